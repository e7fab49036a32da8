"""Names: comparing them across spellings and scripts, finding them, and resolving mentions into entities."""

from kashf.names.comparing import DEFAULT_THRESHOLD, Comparison, Evidence, compare
from kashf.names.further import Further, entity_keys, name_keys, resolve_further
from kashf.names.index import Hit, NameIndex
from kashf.names.persons import person_tokens, same_person
from kashf.names.resolution import Resolution, resolve
from kashf.names.romanising import romanise
from kashf.names.sounds import distance, skeleton, sounds

__all__ = [
    "DEFAULT_THRESHOLD",
    "Comparison",
    "Evidence",
    "Further",
    "Hit",
    "NameIndex",
    "Resolution",
    "compare",
    "distance",
    "entity_keys",
    "name_keys",
    "person_tokens",
    "resolve",
    "resolve_further",
    "romanise",
    "same_person",
    "skeleton",
    "sounds",
]
