-- What comparing worked out of each report's words, so that its neighbours need not be taken apart again, and the keys it
-- is found by, so that these need no index of their own by reports. Made at the next comparison.
CREATE TABLE fingerprints (
    report_id TEXT NOT NULL PRIMARY KEY,
    day INTEGER NOT NULL,
    found_by $bytes NOT NULL,
    body $bytes
);
DROP INDEX neighbours_by_report;
DROP INDEX entities_by_mentions;
UPDATE state SET value = '' WHERE name = 'derived_by';
