-- What pictures count, a row for each claim under each line, place and unit that it tells of, in numbers alone: so that
-- what they are narrowed to is counted in the order in which it lies. And the ids that findings have or had which begin
-- with some report or claim. Made at the next comparison.
ALTER TABLE told ADD COLUMN said BIGINT NOT NULL DEFAULT 0;
ALTER TABLE told_lines ADD COLUMN line BIGINT NOT NULL DEFAULT 0;
ALTER TABLE told_links ADD COLUMN line BIGINT NOT NULL DEFAULT 0;
ALTER TABLE told_figures ADD COLUMN measure BIGINT NOT NULL DEFAULT 0;
CREATE TABLE told_parts (
    part INTEGER NOT NULL,
    subject BIGINT NOT NULL,
    said BIGINT NOT NULL,
    told_id INTEGER NOT NULL,
    type TEXT NOT NULL,
    grouping TEXT NOT NULL,
    origins INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    contested INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (part, subject, said, told_id)
) $clustered;
CREATE INDEX told_parts_by_claim ON told_parts (told_id);
CREATE INDEX told_links_by_line ON told_links (line);
CREATE TABLE beginnings (
    id TEXT NOT NULL PRIMARY KEY,
    report_id TEXT NOT NULL,
    claim_id TEXT
) $clustered;
CREATE INDEX beginnings_by_report ON beginnings (report_id);
DROP INDEX told_by_time;
CREATE INDEX told_by_day ON told (first, grouping, standing, said, type, origins, last);
UPDATE state SET value = '' WHERE name = 'derived_by';
