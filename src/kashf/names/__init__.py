"""Names: comparing them across spellings and scripts, and resolving mentions into entities."""

from kashf.names.persons import person_tokens, same_person
from kashf.names.resolution import Resolution, resolve
from kashf.names.sounds import distance, skeleton, sounds

__all__ = ["Resolution", "distance", "person_tokens", "resolve", "same_person", "skeleton", "sounds"]
