-- What the analysts decided: rows that can be undone and are never erased.
CREATE TABLE judgements (
    id $identity,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    "user" TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    value JSON NOT NULL,
    reason TEXT,
    about JSON NOT NULL,
    undone_at TIMESTAMP,
    undone_by TEXT
);
CREATE INDEX judgements_by_subject ON judgements (subject);
