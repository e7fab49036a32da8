-- What long lists are paged by. The columns are filled when everything is next compared.
ALTER TABLE findings ADD COLUMN origins INTEGER NOT NULL DEFAULT 0;
ALTER TABLE findings ADD COLUMN carriers INTEGER NOT NULL DEFAULT 0;
CREATE INDEX findings_by_weight ON findings (rank, origins, carriers, id);
ALTER TABLE entities ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entities_by_mentions ON entities (mentions, id);
CREATE INDEX reports_by_reading ON reports (read_at, id);
UPDATE state SET value = '' WHERE name = 'derived_by';
