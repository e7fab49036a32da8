-- In which claims an entity is, so that its page finds them. Filled when everything is next compared.
CREATE TABLE involved (
    entity_id TEXT NOT NULL,
    rank INTEGER NOT NULL,
    day INTEGER NOT NULL,
    report_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (entity_id, rank, day, report_id, claim_id)
);
CREATE INDEX involved_by_claim ON involved (claim_id);
CREATE INDEX involved_by_report ON involved (report_id);
UPDATE state SET value = '' WHERE name = 'derived_by';
