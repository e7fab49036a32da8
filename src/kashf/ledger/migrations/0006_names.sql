-- So that an entity whose names changed is found among the keys of all.
CREATE INDEX name_keys_by_entity ON name_keys (entity_id);
