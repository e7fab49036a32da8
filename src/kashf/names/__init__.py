"""Names: comparing them across spellings and scripts, finding them, and resolving mentions into entities."""

from kashf.names.comparing import DEFAULT_THRESHOLD, Comparison, Evidence, compare
from kashf.names.index import Hit, NameIndex
from kashf.names.persons import person_tokens, same_person
from kashf.names.resolution import Resolution, resolve
from kashf.names.romanising import romanise
from kashf.names.sounds import distance, skeleton, sounds

__all__ = [
    "DEFAULT_THRESHOLD",
    "Comparison",
    "Evidence",
    "Hit",
    "NameIndex",
    "Resolution",
    "compare",
    "distance",
    "person_tokens",
    "resolve",
    "romanise",
    "same_person",
    "skeleton",
    "sounds",
]
