"""Subject matter: a report in which nothing is a sign of illicit money tells of everyday sales, salaries and trials."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.signs import loosening_words, sign_words, telling_types
from kashf.extraction.draft import Clauses, Draft
from kashf.extraction.words.word import Word
from kashf.records import Claim

__all__ = ["in_fiction", "loosens", "within_subject"]


def within_subject(draft: Draft, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, all of them where the report gives a sign of the subject; else those that are one themselves."""
    signs = sign_words(draft.language)
    if not claims or not signs or _speaks_of_it(draft, signs):
        return list(claims)
    return [claim for claim in claims if claim.type in telling_types()]


def loosens(draft: Draft) -> bool:
    """Whether loose predicates may hold in a report: it gives a sign of the subject, or its language asks for none."""
    signs = loosening_words(draft.language)
    return not signs or _speaks_of_it(draft, signs)


def _speaks_of_it(draft: Draft, signs: frozenset[str]) -> bool:
    """Whether a word or the name of a group is a sign."""
    named = any(name.kind == "group" for name in draft.names)
    return named or any(_is_sign(word, signs) for word in draft.words)


def _is_sign(word: Word, signs: frozenset[str]) -> bool:
    """Whether a word is a sign, or a part of it is: «counter-terrorism»."""
    parts = word.norm.split("-") if "-" in word.norm else ()
    return word.stem in signs or word.norm in signs or not signs.isdisjoint(parts)


def in_fiction(clauses: Clauses) -> bool:
    """Whether a sentence opens with a film or novel, and so tells what happens there: «In the film a clerk is …»."""
    first = next((phrase for phrase in clauses.phrases if phrase is not None), None)
    return first is not None and first.is_a("fiction")
