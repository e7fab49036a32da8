"""From text to items: one pass over the folded text, each word looked up, each phrase taken whole, each number read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from kashf.extraction.numerals.alphabet import Alphabet
from kashf.extraction.numerals.digits import Digits, read_digits
from kashf.extraction.numerals.lexicon import CAPITALS, MEMORY, Lexicon, Node, Piece, lexicon
from kashf.extraction.numerals.senses import Number, Sense
from kashf.extraction.numerals.vowels import fitting
from kashf.language import read_table
from kashf.text.folding import Folded, fold_whole

__all__ = ["Scan", "Style", "Tongue", "scan", "tongue"]

_TOKEN = re.compile(
    r"""(?P<word>[^\W\d_]+)
    | (?P<stamp>\d{1,4}([/.-])\d{1,2}\3\d{1,4}(?!\d|[/.]\d|-\d(?!\d?[/.-]\d{1,2}[/.-]\d)))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
    | (?P<ratio>\d{1,4}[ ]?/[ ]?\d{1,4}(?![\d/]))
    | (?P<vulgar>(?:\d{1,3}(?:[,.٬']\d{3})+\d|\d+)⁄(?:10|[2-9]))
    | (?P<digits>(?:\d{1,3}(?:[ ]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,،٬٫'·]\d+)*)
        (?:e[+-]?\d{1,3}(?![^\W_])|\^[+-]*\d{1,3})?
        | (?<![\w.,])[.,]\d+(?![\d⁄])(?:\.?\d)*)
    | (?P<mark>[^\s]|\n)
    """,
    re.VERBOSE,
)
_CONTINUING = (
    "scale|scale_adjective|scale_alef|scale_many|scale_letter|scale_capital|round|hundred|part|part_many|part_counted|point|suffix|hyphen|"
    "over|share|share_worded|share_of_scale|parts_per|less|and|teen_joined|with|wholes|ratio|vulgar"
)
"""Kinds of item that a number in digits may go on with."""
_Token = tuple[str | None, int, int]
"""What kind of token, and where it begins and ends."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes its numbers; `style` of its `numbers.yaml`, where each is explained."""

    thousands: str
    joins: bool
    must_join: bool
    unit_first: bool
    unit_joints: tuple[str, ...] = ()
    tens_with_teens: tuple[int, ...] = ()
    article: str = ""
    over_ends: bool = False
    hundreds_below: int = 10
    day_first: bool = True
    one_hundred: bool = False
    fraction_first: bool = False
    part_after_tens: bool = False
    parts_take_of: bool = False


@dataclass(frozen=True, slots=True)
class Tongue:
    """All that reading a language takes: its words, its item classes, its habits in writing numbers.

    `quotients` are the characters of numbers over numbers (3/4, then ½), `continuing` those that go on one in digits.
    """

    lexicon: Lexicon
    alphabet: Alphabet
    style: Style
    quotients: str
    continuing: frozenset[str]


@cache
def tongue(language: str) -> Tongue:
    """What reading a language takes, put together once. Raises DataError where the language has no sound tables."""
    words = lexicon(language)
    style = Style(**read_table(language, "numbers")["style"])
    alphabet = Alphabet(words.kinds)
    quotients = "".join(alphabet.codes[frozenset({kind})] for kind in ("ratio", "vulgar"))
    return Tongue(words, alphabet, style, quotients, alphabet.characters(_CONTINUING))


@dataclass(slots=True)
class Scan:
    """A text as items, in order: where each stands in the folded text, what it may mean, and its character.

    `digits` and `numbers` hold the number of each item that is one, as written and as read; `definite` the
    items that bore the Arabic article.
    """

    tongue: Tongue
    folded: Folded
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    senses: list[tuple[Sense, ...]] = field(default_factory=list)
    codes: str = ""
    definite: set[int] = field(default_factory=set)
    digits: dict[int, Digits] = field(default_factory=dict)
    numbers: dict[int, Number] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.starts)

    def find(self, item: int, kind: str) -> Sense | None:
        """The item's sense of a kind, None where it has none or there is no such item."""
        if 0 <= item < len(self.senses):
            for sense in self.senses[item]:
                if sense.kind == kind:
                    return sense
        return None

    def words(self, first: int, last: int) -> str:
        """The folded text of items first to last, both included."""
        return self.folded.text[self.starts[first] : self.ends[last]]

    def span(self, text: str, first: int, last: int) -> tuple[int, int]:
        """Where items first to last stand in the original text; direction marks behind the last are not part of it."""
        start, end = self.folded.original(self.starts[first], self.ends[last])
        while end - 1 > start and unicodedata.category(text[end - 1]) == "Cf":
            end -= 1
        return start, end

    def glued(self, item: int) -> bool:
        """Whether nothing stands between the item and the one before it."""
        return 0 < item < len(self.starts) and self.starts[item] == self.ends[item - 1]


def scan(text: str, language: str) -> Scan:
    """The text's items, numbers not yet read beyond their digits."""
    reader = _Scanner(tongue(language), text)
    reader.run()
    return reader.scan


_Item = tuple[int, int, tuple[Sense, ...], str, bool]
"""An item of a word: where it begins and ends in it, its senses, its character, whether it bears the article."""


@dataclass(frozen=True, slots=True)
class _Word:
    """What a written word gives where the text around it has no say: its items, and the words that may go on a phrase
    with it. `open`: the text may have a say; all is to be looked at."""

    items: tuple[_Item, ...]
    following: Mapping[str, Node]
    open: bool


class _Words(dict[str, _Word]):
    """What each word of a language gives, worked out when it is first met."""

    def __init__(self, lexicon: Lexicon, alphabet: Alphabet) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._alphabet = alphabet

    def __missing__(self, word: str) -> _Word:
        if len(self) > MEMORY:
            self.clear()
        found = self[word] = self._found(self._lexicon[word], word)
        return found

    def _found(self, pieces: tuple[Piece, ...], word: str) -> _Word:
        if not pieces:
            code = self._alphabet.plain if word[0].isalnum() else self._alphabet.mark(word)
            return _Word(((0, len(word), (), code, False),), {}, False)
        last = pieces[-1]
        unsure = last.node.doubtful or not last.node.senses or (last.definite and bool(last.node.children))
        return _Word(tuple(map(self._item, pieces)) if last.node.senses else (), last.node.children, unsure)

    def _item(self, piece: Piece) -> _Item:
        code = self._alphabet.code(piece.node.senses)
        return piece.offset, piece.offset + piece.length, piece.node.senses, code, piece.definite


@cache
def _words(language: str) -> _Words:
    speech = tongue(language)
    return _Words(speech.lexicon, speech.alphabet)


class _Scanner:
    """The pass over the tokens. Keeps the item lists at hand, for speed: this loop sees every word of every report."""

    def __init__(self, speech: Tongue, text: str) -> None:
        self.scan = Scan(speech, fold_whole(text))
        self.original = text
        self.codes: list[str] = []
        self.alphabet = speech.alphabet

    def run(self) -> None:
        text, scan = self.scan.folded.text, self.scan
        tokens = [(match.lastgroup, match.start(), match.end()) for match in _TOKEN.finditer(text)]
        words, at, count = _words(scan.tongue.lexicon.language), 0, len(tokens)
        while at < count:
            kind, start, end = tokens[at]
            word = words[text[start:end]] if kind == "word" or kind == "mark" else None
            if word is None or word.open or (word.following and self._goes_on(word, tokens, at)):
                at = self._look_at(tokens, at)
                continue
            for first, after, senses, code, definite in word.items:
                if definite:
                    scan.definite.add(len(self.codes))
                scan.starts.append(start + first)
                scan.ends.append(start + after)
                scan.senses.append(senses)
                self.codes.append(code)
            at += 1
        scan.codes = "".join(self.codes)

    def _goes_on(self, word: _Word, tokens: list[_Token], at: int) -> bool:
        """Whether the next word may be one of a phrase that a word begins."""
        if at + 1 == len(tokens):
            return False
        _, start, end = tokens[at + 1]
        return self.scan.folded.text[start:end] in word.following

    def _look_at(self, tokens: list[_Token], at: int) -> int:
        """Adds what begins at a token, a phrase or the token alone; gives the next token."""
        kind, start, end = tokens[at]
        text, words = self.scan.folded.text, self.scan.tongue.lexicon
        worded = kind == "word" or kind == "mark"
        pieces = words[text[start:end]] if worded or text[start:end] in words.root.children else ()
        after = self._phrase(pieces, tokens, at) if pieces else at
        if after > at:
            return after
        if worded:
            self._add(start, end, (), self.alphabet.plain if kind == "word" else self.alphabet.mark(text[start]))
        else:
            self._figures(str(kind), start, end)
        return at + 1

    def _add(self, start: int, end: int, senses: tuple[Sense, ...], code: str) -> None:
        self.scan.starts.append(start)
        self.scan.ends.append(end)
        self.scan.senses.append(senses)
        self.codes.append(code)

    def _phrase(self, pieces: tuple[Piece, ...], tokens: list[_Token], at: int) -> int:
        """Adds the longest phrase that begins with a known word; gives the next token, or the same if there is none."""
        start = tokens[at][1]
        node, after = self._longest(pieces[-1], tokens, at + 1)
        senses = self._fitting(node, start + pieces[-1].offset, tokens[after - 1][2])
        if not senses:
            return at
        for particle in pieces[:-1]:
            where = start + particle.offset
            self._add(where, where + particle.length, particle.node.senses, self.alphabet.code(particle.node.senses))
        if pieces[-1].definite:
            self.scan.definite.add(len(self.codes))
        self._add(start + pieces[-1].offset, tokens[after - 1][2], senses, self.alphabet.code(senses))
        return after

    def _longest(self, first: Piece, tokens: list[_Token], at: int) -> tuple[Node, int]:
        """The node of the longest phrase on from a word, and the token after it. Behind a word with the article the
        others bear it too: القطع الأثرية."""
        text, node = self.scan.folded.text, first.node
        article = self.scan.tongue.style.article if first.definite else ""
        best, after = node, at
        while node.children and at < len(tokens):
            _, start, end = tokens[at]
            following = node.children.get(text[start:end])
            if following is None and article:
                following = node.children.get(text[start:end].removeprefix(article))
            if following is None:
                break
            node, at = following, at + 1
            if node.senses:
                best, after = node, at
        return best, after

    def _fitting(self, node: Node, start: int, end: int) -> tuple[Sense, ...]:
        """The senses of a node that the vowels of the text allow, currency codes only where they are written in
        capitals (ALL, TRY, CUP), and signs such as A$ only in one piece ("A $5 bill" is no Australian money)."""
        if not node.doubtful:
            return node.senses
        first, last = self.scan.folded.original(start, end)
        written = self.original[first:last]
        senses = fitting(node.senses, written)
        if written.isupper() and not (len(written) > 1 and written[1] == " "):
            return senses
        return tuple(sense for sense in senses if sense.kind not in CAPITALS)

    def _figures(self, kind: str, start: int, end: int) -> None:
        if kind == "ratio" and self._is_in_chain(start, end):
            kind = "digits"
        if kind != "digits":
            self._add(start, end, (), self.alphabet.codes[frozenset({kind})])
            return
        text, at = self.scan.folded.text, start
        for digits in read_digits(text[start:end], self.scan.tongue.style.thousands):
            first = start + digits.offset
            if first > at:
                self._add(at, first, (), self.alphabet.mark(text[at]))
            at = first + digits.length
            self.scan.digits[len(self.codes)] = digits
            self._add(first, at, (), self.alphabet.codes[frozenset({kind})])

    def _is_in_chain(self, start: int, end: int) -> bool:
        """Whether what looks like a fraction ends a chain of numbers (222-2222/2222); 2-1/2 is two and a half."""
        text = self.scan.folded.text
        above, _, below = text[start:end].partition("/")
        return (
            text[start - 1 : start] == "-"
            and text[max(start - 2, 0) : start - 1].isdigit()
            and (len(above) > 2 or int(above) >= int(below))
        )
