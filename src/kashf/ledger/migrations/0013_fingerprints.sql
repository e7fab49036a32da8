-- What comparing worked out of each report's words, so that its neighbours need not be taken apart again. Derived: a
-- report without it is taken apart when it is met, until everything is compared anew.
CREATE TABLE fingerprints (
    report_id TEXT NOT NULL PRIMARY KEY,
    body $bytes NOT NULL
);
