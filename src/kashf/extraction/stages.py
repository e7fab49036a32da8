"""The stages of each language, as chains."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from kashf.errors import DataError
from kashf.extraction.claims.building import make_claims
from kashf.extraction.clauses.reading import read_clauses
from kashf.extraction.draft import Draft
from kashf.extraction.figures import figures_and_times, standing_in
from kashf.extraction.knowledge import Knowledge, knowledge_of
from kashf.extraction.naming.acts import Act, find_acts
from kashf.extraction.naming.finding import find_names
from kashf.extraction.naming.goods import NamedGood, find_goods
from kashf.extraction.naming.merging import covered, named_from
from kashf.extraction.naming.name import Name
from kashf.extraction.naming.nested import find_compounds, find_nested
from kashf.extraction.naming.referents import find_open, find_referring
from kashf.extraction.naming.told import with_told
from kashf.extraction.references.resolving import find_references
from kashf.extraction.sources.attributing import attribute
from kashf.extraction.sources.speakers import display_name
from kashf.extraction.stage import Stage, check_chain
from kashf.extraction.words.arabic import read_arabic
from kashf.extraction.words.european import read_european
from kashf.extraction.words.european_tokens import european_tokens
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words
from kashf.language.european import EuropeanLexicon
from kashf.records import Mention
from kashf.text.folding import fold_whole
from kashf.text.markup import without_markup
from kashf.text.sentences import Sentence, sentences
from kashf.text.tokens import Token, tokenise

__all__ = ["chain"]

_DESCRIBED = ("-government", "-police")
"""Offices that are told by a description rather than a name: «الحكومة الألمانية», "the Iraqi police"."""


@cache
def chain() -> Sequence[Stage]:
    """The stages, in order; every language goes through the same."""
    return check_chain(
        (
            Stage("figures", _figures, ("report",), ("figures", "times")),
            *_STAGES,
        )
    )


def _words(draft: Draft) -> Draft:
    """Words and sentences of what the report says itself, its title and body; boilerplate is passed over."""
    knowledge = knowledge_of(draft.language)
    tokens = tokenise(fold_whole(draft.text))
    spoken = _spoken(draft)
    kept = _spoken_tokens(tokens, spoken)
    if knowledge.splitter is None:
        kept = european_tokens(draft.text, kept, draft.language)
    words = _read(draft.text, kept, knowledge)
    return replace(draft, words=words, sentences=_sentences(draft, kept, knowledge))


def _sentences(draft: Draft, tokens: Sequence[Token], knowledge: Knowledge) -> tuple[Sentence, ...]:
    if knowledge.splitter is not None:
        return sentences(tokens, table_words(draft.language, "titles", "abbreviations"))
    return sentences(tokens, table_words(draft.language, "words", "abbreviations"), draft.text)


def _read(text: str, tokens: Sequence[Token], knowledge: Knowledge) -> tuple[Word, ...]:
    if isinstance(knowledge.lexicon, EuropeanLexicon):
        return read_european(text, tokens, knowledge.lexicon)
    if knowledge.splitter is None:
        raise DataError("A language with written clitics needs a splitter.")
    return read_arabic(text, tokens, knowledge.lexicon, knowledge.splitter)


def _figures(draft: Draft) -> Draft:
    """Figures and times together: one reading of the numbers serves both, and a day of a month is no figure.

    A number in boilerplate ("read also: ...") or a caption is no figure of the report.
    """
    figures, times = figures_and_times(draft.text, draft.report.language or "ar", draft.report.published)
    return replace(draft, figures=standing_in(figures, _spoken(draft)), times=times)


def _spoken_tokens(tokens: Sequence[Token], spoken: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The tokens of the stretches that the report says itself, and every line break."""
    inside = set[int]()
    for first, last in spoken:
        begin = bisect_left(tokens, first, key=attrgetter("start"))
        inside.update(range(begin, bisect_right(tokens, last, key=attrgetter("end"))))
    return tuple([token for at, token in enumerate(tokens) if at in inside or token.kind == "break"])


def _lies_in(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in stretches)


def _spoken(draft: Draft) -> Sequence[tuple[int, int]]:
    """The stretches of text that the report says itself, without the markup of a web page in them."""
    regions = [(region.start, region.end) for region in draft.report.spoken()] or [(0, len(draft.text))]
    return without_markup(draft.text, regions)


def _names(draft: Draft) -> Draft:
    found = _within_regions(draft, find_names(draft.words, knowledge_of(draft.language), draft.text))
    acts = tuple(find_acts(draft.words, covered(found), draft.language))
    opened = {act.first for act in acts}
    within = {place for act in acts for place in range(act.first, act.last)}
    unopened = tuple(
        name
        for name in found
        if opened.isdisjoint(range(name.first, name.last)) and (name.body is not None or name.first not in within)
    )
    names = with_told(unopened, draft.told, draft.words)
    draft = replace(draft, names=names, referents=find_referring(draft.words, names, draft.language))
    taken = covered(names) | within
    found_goods = find_goods(draft.words, taken, draft.language)
    mentions = (
        *_mentions(draft),
        *(_of_act(draft, act) for act in acts),
        *(_of_good(draft, good) for good in found_goods),
    )
    spoken = _spoken(draft)
    whole = (mention for mention in mentions if _lies_in(mention.start, mention.end, spoken))
    return replace(draft, mentions=tuple(sorted(whole, key=lambda mention: (mention.start, mention.end))))


def _within_regions(draft: Draft, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names that lie in one region each: a title's last word and a body's first are no name."""
    borders = {start for start, _ in _spoken(draft)}
    return tuple(n for n in names if all(word.start not in borders for word in draft.words[n.first + 1 : n.last]))


def _of_act(draft: Draft, act: Act) -> Mention:
    """A law, resolution, order or list."""
    span = draft.span(act.first, act.last)
    return Mention(span.start, span.end, span.text, "work", act.key, act.name or span.text)


def _nested(draft: Draft) -> Iterator[Mention]:
    """Names within names, titles and compounds."""
    knowledge = knowledge_of(draft.language)
    for inner in (
        *find_nested(draft.words, draft.names, knowledge, draft.text),
        *find_compounds(draft.words, draft.names, knowledge, draft.text),
    ):
        words = draft.text[inner.start : inner.end]
        known = inner.body.names[draft.language] if inner.body is not None else ()
        shown = known[0] if known else display_name(draft, inner.key) or words
        yield Mention(inner.start, inner.end, words, inner.kind, inner.key, shown, pronominal=inner.described)


def _of_good(draft: Draft, named: NamedGood) -> Mention:
    """A good or currency: a common noun, so no name."""
    span = draft.span(named.first, named.last)
    return Mention(span.start, span.end, span.text, named.good.kind, name=named.good.key, pronominal=True)


def _mentions(draft: Draft) -> Iterator[Mention]:
    for name in draft.names:
        span = draft.span(named_from(name, draft.words, draft.language), name.last)
        shown, role = display_name(draft, name.key), _role(draft, name)
        described = name.body is not None and name.body.key.endswith(_DESCRIBED)
        yield Mention(span.start, span.end, span.text, name.kind, name.key, shown, role, pronominal=described)
    yield from _nested(draft)
    for referent in draft.referents:
        span = draft.span(referent.first, referent.last)
        known = display_name(draft, referent.key)
        yield Mention(span.start, span.end, span.text, referent.kind, referent.key, known, pronominal=True)
    for noun in find_open(draft.words, draft.names, draft.referents, draft.language):
        span = draft.span(noun.first, noun.last)
        yield Mention(span.start, span.end, span.text, "unknown", pronominal=True, unresolved=noun.reason)


def _role(draft: Draft, name: Name) -> str | None:
    return draft.span(*name.title).text if name.title else None


_STAGES = (
    Stage("words", _words, ("report",), ("words", "sentences")),
    Stage("names", _names, ("words",), ("names", "referents", "mentions")),
    Stage("clauses", read_clauses, ("words", "sentences", "names", "referents", "figures"), ("clauses",)),
    Stage("sources", attribute, ("clauses", "names", "referents"), ("quotes", "scopes")),
    Stage("references", find_references, ("clauses", "names", "referents", "scopes"), ("references", "mentions")),
    Stage("claims", make_claims, ("clauses", "scopes", "figures", "times", "references"), ("claims",)),
)
