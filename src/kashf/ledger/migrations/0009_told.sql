-- What pictures are drawn from: who claims what of whom, where, when and how much, in rows that can be counted. All of it
-- is derived, and is made at the next comparison.
CREATE TABLE told (
    id INTEGER NOT NULL PRIMARY KEY,
    report_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    statement TEXT NOT NULL,
    type TEXT NOT NULL,
    grouping TEXT NOT NULL,
    own INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    contested INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    timed INTEGER NOT NULL,
    speaker BIGINT NOT NULL
);
CREATE INDEX told_by_report ON told (report_id);
CREATE INDEX told_by_claim ON told (claim_id);
CREATE INDEX told_by_statement ON told (statement);
CREATE INDEX told_by_speaker ON told (speaker);
CREATE INDEX told_by_weight ON told (origins, statement);
CREATE INDEX told_by_last ON told (last);
CREATE INDEX told_by_time ON told (first, last, grouping, type, standing, origins, statement);
CREATE TABLE told_lines (
    told_id INTEGER NOT NULL,
    source BIGINT NOT NULL,
    source_layer TEXT NOT NULL,
    target BIGINT NOT NULL,
    target_layer TEXT NOT NULL,
    PRIMARY KEY (told_id, source, source_layer, target, target_layer)
) $clustered;
CREATE INDEX told_lines_by_ends ON told_lines (source, target);
CREATE INDEX told_lines_by_target ON told_lines (target);
CREATE TABLE told_places (
    told_id INTEGER NOT NULL,
    place BIGINT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (told_id, place, role)
) $clustered;
CREATE INDEX told_places_by_place ON told_places (place);
CREATE TABLE told_figures (
    told_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    role TEXT NOT NULL,
    unit TEXT,
    low FLOAT NOT NULL,
    high FLOAT NOT NULL,
    modifier TEXT NOT NULL,
    counted TEXT,
    words TEXT NOT NULL,
    PRIMARY KEY (told_id, number)
) $clustered;
CREATE INDEX told_figures_by_unit ON told_figures (unit, high);
CREATE INDEX told_figures_by_value ON told_figures (high, low);
CREATE TABLE told_names (
    id BIGINT NOT NULL PRIMARY KEY,
    entity TEXT,
    place TEXT,
    folded TEXT NOT NULL,
    names JSON NOT NULL
);
CREATE INDEX told_names_by_entity ON told_names (entity);
CREATE INDEX told_names_by_place ON told_names (place);
CREATE TABLE told_links (
    source BIGINT NOT NULL,
    source_layer TEXT NOT NULL,
    target BIGINT NOT NULL,
    target_layer TEXT NOT NULL,
    type TEXT NOT NULL,
    grouping TEXT NOT NULL,
    origins INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    stated INTEGER NOT NULL,
    denied INTEGER NOT NULL,
    contested INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (source, source_layer, target, target_layer, type)
);
CREATE INDEX told_links_by_weight ON told_links (origins, statements);
CREATE INDEX told_links_by_target ON told_links (target);
UPDATE state SET value = '' WHERE name = 'derived_by';
