"""What we know of the subject, as data: groups, bodies, places and how names are compared."""

from kashf.domain.bodies import (
    Body,
    body_named,
    country_of_adjective,
    known_bodies,
    known_places,
    office_named,
    place_named,
    state_of,
    within,
)
from kashf.domain.days import days_off, weekdays_named
from kashf.domain.enumerating import ends_joining, kind_of_sum, starts_with_each
from kashf.domain.meanings import anonymous_words, concepts, kin_types, witness_words
from kashf.domain.name_words import NameWords, name_weights, organisation_words, person_words
from kashf.domain.naming import name_key, name_tokens, naming, plain_token

__all__ = [
    "Body",
    "NameWords",
    "anonymous_words",
    "body_named",
    "concepts",
    "country_of_adjective",
    "days_off",
    "ends_joining",
    "kin_types",
    "kind_of_sum",
    "known_bodies",
    "known_places",
    "name_key",
    "name_tokens",
    "name_weights",
    "naming",
    "office_named",
    "organisation_words",
    "person_words",
    "place_named",
    "plain_token",
    "starts_with_each",
    "state_of",
    "weekdays_named",
    "within",
    "witness_words",
]
