-- By what the judgements on some reports' claims and those of a kind are found, the latest reports, and entities by a
-- part of their name: without reading all there are.
ALTER TABLE judgements ADD COLUMN report_id TEXT;
UPDATE judgements SET report_id = about ->> 'report';
CREATE INDEX judgements_by_report ON judgements (report_id);
CREATE INDEX reports_by_day ON reports (published DESC, id);
CREATE INDEX reports_of_outlets ON reports (outlet, superseded_by, published);
CREATE INDEX entities_by_name ON entities (mentions, id, name);
CREATE INDEX judgements_by_kind ON judgements (kind, id);
