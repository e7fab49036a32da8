-- Lists of names that are kept to be screened against, in every version that was kept.
CREATE TABLE watchlists (
    id $identity,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    version TEXT,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    source TEXT NOT NULL,
    kept_at TIMESTAMP NOT NULL,
    dropped_at TIMESTAMP
);
CREATE INDEX watchlists_by_name ON watchlists (name, id);
CREATE TABLE listed (
    digest TEXT NOT NULL PRIMARY KEY,
    body $bytes NOT NULL
);
CREATE TABLE watchlist_entries (
    watchlist_id INTEGER NOT NULL REFERENCES watchlists (id),
    ordinal INTEGER NOT NULL,
    digest TEXT NOT NULL REFERENCES listed (digest),
    PRIMARY KEY (watchlist_id, ordinal)
);
