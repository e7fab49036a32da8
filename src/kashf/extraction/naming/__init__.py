"""Names: known ones by list, unknown ones by what stands around them, and the nouns that stand for them later."""
