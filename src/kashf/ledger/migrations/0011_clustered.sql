-- Narrow tables whose rows are found by their key alone lie in the order of it: one page to read and to write for each
-- row instead of two.
CREATE TABLE taking_part_anew (
    report_id TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    PRIMARY KEY (report_id, finding_id)
) $clustered;
INSERT INTO taking_part_anew SELECT report_id, finding_id FROM taking_part ORDER BY report_id, finding_id;
DROP TABLE taking_part;
ALTER TABLE taking_part_anew RENAME TO taking_part;
CREATE INDEX taking_part_by_finding ON taking_part (finding_id);
CREATE TABLE naming_anew (
    entity_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    report_id TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    titles JSON NOT NULL,
    PRIMARY KEY (entity_id, day, report_id)
) $clustered;
INSERT INTO naming_anew SELECT entity_id, day, report_id, mentions, titles FROM naming
    ORDER BY entity_id, day, report_id;
DROP TABLE naming;
ALTER TABLE naming_anew RENAME TO naming;
CREATE INDEX naming_by_report ON naming (report_id);
CREATE TABLE name_keys_anew (
    name_key BIGINT NOT NULL,
    entity_id TEXT NOT NULL,
    PRIMARY KEY (name_key, entity_id)
) $clustered;
INSERT INTO name_keys_anew SELECT name_key, entity_id FROM name_keys ORDER BY name_key, entity_id;
DROP TABLE name_keys;
ALTER TABLE name_keys_anew RENAME TO name_keys;
CREATE INDEX name_keys_by_entity ON name_keys (entity_id);
CREATE TABLE involved_anew (
    entity_id TEXT NOT NULL,
    rank INTEGER NOT NULL,
    day INTEGER NOT NULL,
    report_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (entity_id, rank, day, report_id, claim_id)
) $clustered;
INSERT INTO involved_anew SELECT entity_id, rank, day, report_id, claim_id, part FROM involved
    ORDER BY entity_id, rank, day, report_id, claim_id;
DROP TABLE involved;
ALTER TABLE involved_anew RENAME TO involved;
CREATE INDEX involved_by_claim ON involved (claim_id);
CREATE INDEX involved_by_report ON involved (report_id);
CREATE TABLE frequencies_anew (
    feature TEXT NOT NULL PRIMARY KEY,
    reports INTEGER NOT NULL
) $clustered;
INSERT INTO frequencies_anew SELECT feature, reports FROM frequencies ORDER BY feature;
DROP TABLE frequencies;
ALTER TABLE frequencies_anew RENAME TO frequencies;
CREATE TABLE origins_anew (
    name TEXT NOT NULL PRIMARY KEY,
    assertions INTEGER NOT NULL
) $clustered;
INSERT INTO origins_anew SELECT name, assertions FROM origins ORDER BY name;
DROP TABLE origins;
ALTER TABLE origins_anew RENAME TO origins;
CREATE TABLE assignments_anew (
    report_id TEXT NOT NULL REFERENCES reports (id),
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    entity_id TEXT NOT NULL,
    PRIMARY KEY (report_id, starts, ends)
) $clustered;
INSERT INTO assignments_anew SELECT report_id, starts, ends, entity_id FROM assignments
    ORDER BY report_id, starts, ends;
DROP TABLE assignments;
ALTER TABLE assignments_anew RENAME TO assignments;
CREATE INDEX assignments_by_entity ON assignments (entity_id);
