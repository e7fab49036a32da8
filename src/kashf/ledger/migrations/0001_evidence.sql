-- What was read: sources, the reports they held, their bytes, and what was found in each.
CREATE TABLE state (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE sources (
    id $identity,
    location TEXT NOT NULL,
    digest TEXT NOT NULL,
    size BIGINT NOT NULL,
    manner TEXT NOT NULL,
    read_at TIMESTAMP NOT NULL,
    settled_at TIMESTAMP
);
CREATE INDEX sources_by_location ON sources (location, id);
CREATE TABLE raws (
    digest TEXT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    body $bytes
);
CREATE TABLE reports (
    id TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL REFERENCES raws (digest),
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    author TEXT,
    url TEXT,
    language TEXT,
    published DATE,
    story TEXT,
    regions JSON NOT NULL,
    repairs JSON NOT NULL,
    read_at TIMESTAMP NOT NULL,
    superseded_by TEXT REFERENCES reports (id)
);
CREATE INDEX reports_by_url ON reports (url);
CREATE INDEX reports_by_outlet ON reports (outlet);
CREATE TABLE readings (
    source_id INTEGER NOT NULL REFERENCES sources (id),
    ordinal INTEGER NOT NULL,
    place TEXT NOT NULL,
    report_id TEXT NOT NULL REFERENCES reports (id),
    PRIMARY KEY (source_id, ordinal)
);
CREATE INDEX readings_by_report ON readings (report_id);
CREATE TABLE set_aside (
    source_id INTEGER NOT NULL REFERENCES sources (id),
    ordinal INTEGER NOT NULL,
    location TEXT NOT NULL,
    what TEXT NOT NULL,
    remedy TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (source_id, ordinal)
);
CREATE TABLE records (
    id $identity,
    report_id TEXT NOT NULL REFERENCES reports (id),
    extractor TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    body $bytes,
    failure TEXT
);
CREATE INDEX records_by_report ON records (report_id, id);
