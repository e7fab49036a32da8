-- What is worked out from the evidence and the judgements, and can be worked out again.
CREATE TABLE claims (
    report_id TEXT NOT NULL REFERENCES reports (id),
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    fillers JSON NOT NULL,
    PRIMARY KEY (report_id, ordinal)
);
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_type ON claims (type);
CREATE TABLE entities (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    body JSON NOT NULL
);
CREATE TABLE assignments (
    report_id TEXT NOT NULL REFERENCES reports (id),
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    entity_id TEXT NOT NULL,
    PRIMARY KEY (report_id, starts, ends)
);
CREATE INDEX assignments_by_entity ON assignments (entity_id);
CREATE TABLE resolved (
    report_id TEXT NOT NULL PRIMARY KEY REFERENCES reports (id),
    body $bytes NOT NULL
);
CREATE TABLE findings (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    body JSON NOT NULL
);
CREATE INDEX findings_by_kind ON findings (kind);
