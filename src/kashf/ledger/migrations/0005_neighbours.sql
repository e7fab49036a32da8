-- What lets further reports be compared with their neighbours alone. All of it is derived, and is made again at the next
-- comparison.
DROP TABLE findings;
CREATE TABLE findings (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    rank INTEGER NOT NULL,
    day INTEGER NOT NULL,
    first TEXT NOT NULL,
    body JSON NOT NULL
);
CREATE INDEX findings_in_order ON findings (rank, day, first, id);
CREATE TABLE taking_part (
    report_id TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    PRIMARY KEY (report_id, finding_id)
);
CREATE INDEX taking_part_by_finding ON taking_part (finding_id);
CREATE TABLE origins (
    name TEXT NOT NULL PRIMARY KEY,
    assertions INTEGER NOT NULL
);
DELETE FROM entities;
CREATE TABLE naming (
    entity_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    report_id TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    titles JSON NOT NULL,
    PRIMARY KEY (entity_id, day, report_id)
);
CREATE INDEX naming_by_report ON naming (report_id);
CREATE TABLE name_keys (
    name_key BIGINT NOT NULL,
    entity_id TEXT NOT NULL,
    PRIMARY KEY (name_key, entity_id)
);
CREATE TABLE neighbours (
    value BIGINT NOT NULL,
    day INTEGER NOT NULL,
    report_id TEXT NOT NULL,
    PRIMARY KEY (value, day, report_id)
) $clustered;
CREATE INDEX neighbours_by_report ON neighbours (report_id);
CREATE TABLE frequencies (
    feature TEXT NOT NULL PRIMARY KEY,
    reports INTEGER NOT NULL
);
CREATE INDEX reports_by_successor ON reports (superseded_by);
DELETE FROM state WHERE name = 'derived';
