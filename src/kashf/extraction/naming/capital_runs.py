"""Where a name begins and ends by its capitals: the runs of words that may be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from kashf.extraction.knowledge import Knowledge
from kashf.extraction.naming.capital_evidence import is_firm_name, is_given_name, is_rare, opens_sentence
from kashf.extraction.naming.extending import body_end
from kashf.extraction.naming.headlines import headline_words
from kashf.extraction.naming.merging import covered
from kashf.extraction.naming.name import Name
from kashf.extraction.naming.towns import is_town
from kashf.extraction.words.word import Word
from kashf.language.declension import adjectival

__all__ = ["BODY_CLASSES", "CapitalRuns"]

SHORTEST_ACRONYM = 3
"""Letters of a body's name in capitals that a person's name may follow."""
LONGEST = 6
"""Words of a run of capitals that is one name; longer ones are headlines."""
LONGEST_NICKNAME = 2
"""Words of a nickname within a name."""
BODY_CLASSES = ("organisation", "state", "group", "outlet")
_NEVER = frozenset({"demonstrative", "pronoun", "preposition", "connective", "particle"})


class CapitalRuns:
    """The runs of capitals of a text. Places that lists know may be a part of one, other known names are not."""

    def __init__(self, at: Sequence[Word], known: Sequence[Name], text: str, knowledge: Knowledge) -> None:
        self.at = at
        self.known = known
        self.text = text
        self.knowledge = knowledge

    @cached_property
    def places(self) -> set[int]:
        """The words of known places."""
        return covered(name for name in self.known if name.kind == "place")

    @cached_property
    def taken(self) -> set[int]:
        """The words of other known names."""
        return covered(self.known) - self.places

    @cached_property
    def headlines(self) -> frozenset[int]:
        """The words of headlines, whose capitals say nothing."""
        return headline_words(self.at, self.text)

    @cached_property
    def particles(self) -> frozenset[str]:
        """The words within names that have no capital: «al», «de»."""
        return self.knowledge.closed("titles", "particles")

    def runs(self, taken: set[int], first: int = 0, last: int | None = None) -> Iterator[tuple[int, int]]:
        """The runs among words first..last (half-open), in order; no word of `taken` is in one."""
        position, limit = first, len(self.at) if last is None else last
        while position < limit:
            opened = self._links(position, taken, limit) and self.at[position + 1].norm == "_"
            opened = opened or self._article(position, taken, limit) or self._opening_body(position, taken)
            if not (opened or self._capital(position, taken)):
                position += 1
                continue
            end = position + 1
            while end < limit and self._goes_on(end, taken, limit) and not self._parted(end):
                end += 1
            if _length(self.at, position, end) <= LONGEST:
                yield position, end
            position = end

    def _article(self, position: int, taken: set[int], limit: int) -> bool:
        """An article with a capital within a sentence, which belongs to the name behind it: «in The Times»."""
        articles = self.knowledge.closed("titles", "articles")
        if position == 0 or position + 1 >= limit or self.at[position].norm not in articles:
            return False
        inside = not opens_sentence(self.at, position) and self.text[self.at[position].start].isupper()
        return inside and position not in taken and self._capital(position + 1, taken)

    def _parted(self, position: int) -> bool:
        """Whether another name begins behind a firm's («владелец Внешпромбанка Георгий …»), or behind a town's that a
        noun introduces («губернатор провинции Нангархар Зияулхак …»)."""
        language = self.knowledge.language
        if position > 2 and "territory" in self.at[position - 2].classes and self.at[position - 3].may_be("title"):
            return self.at[position].category == "unknown"
        from_town = position > 1 and self.at[position - 2].norm in self.knowledge.closed("titles", "in_places")
        if from_town and language == "ru" and is_town(self.at, position - 1, position, language):
            return not adjectival(self.at[position - 1].norm)
        firm = is_firm_name(self.at[position - 1].norm, language) or self._body_in_capitals(position - 1)
        return firm and self._names_person(position)

    def _body_in_capitals(self, position: int) -> bool:
        """«глава ЦАХАЛ Герци Халеви»: in Russian text a body's name in capitals alone, before a name that is not."""
        written = self.text[self.at[position].start : self.at[position].end]
        capitals = written.isalpha() and written.isupper()
        return self.knowledge.language == "ru" and capitals and len(written) >= SHORTEST_ACRONYM

    def _names_person(self, position: int) -> bool:
        """Whether a first name stands here, or in Russian two words with capitals that are written like a person's."""
        language, word = self.knowledge.language, self.at[position]
        if is_given_name(word.norm, language):
            return True
        if language != "ru" or position + 1 >= len(self.at) or word.category != "unknown":
            return False
        pair = [self.text[each.start : each.end] for each in self.at[position : position + 2]]
        return all(each.istitle() and each.isalpha() for each in pair)

    def _goes_on(self, position: int, taken: set[int], limit: int) -> bool:
        before = self.at[position - 1]
        partner = before.norm in self.knowledge.closed("titles", "joins_partners")
        if not self._capital(position, taken) or (self.at[position].joined and not partner):
            return self._links(position, taken, limit) or self._nickname(position, taken, limit)
        if before.owning and (before.category == "name" or not self._ordinary(before)):
            return False  # «Dawood Ibrahim's D-Company»; «King's College» is one
        opening = opens_sentence(self.at, position - 1) and self.at[position - 2].norm != '"'
        return not (opening and _script(before) != _script(self.at[position]) and before.token.kind == "word")

    def _capital(self, position: int, taken: set[int]) -> bool:
        """A capitalised word that is no known word merely opening a sentence."""
        word = self.at[position]
        if position in taken or word.token.kind != "word" or not self.text[word.start].isupper():
            return False
        if word.norm.endswith("'"):
            return False  # «C'était»
        if self._compound(word) or (position in self.headlines and self._ordinary(word)):
            return False
        opens = opens_sentence(self.at, position) and not self._told_quoted(position)
        linked = word.category == "name" and self._links(position + 1, taken, len(self.at))
        linked = linked or (opens and self._opens_person(position, taken))
        common = (word.category not in ("unknown", "name") or bool(word.readings)) and not linked
        timed = "time" in word.classes and not self._behind_article(position)
        return not ((opens and common) or timed) and word.category not in _NEVER

    def _told_quoted(self, position: int) -> bool:
        """Whether a word opens a name between quotation marks, by the noun before them: «газета "Бизнес Online"»."""
        if position < 2 or self.at[position - 1].norm != '"' or self.knowledge.language != "ru":
            return False
        return bool(self.at[position - 2].classes & {*BODY_CLASSES, "business", "vessel"})

    def _behind_article(self, position: int) -> bool:
        """Whether an article with a capital of its own stands before a word: «le quotidien Le Soir»."""
        before = self.at[position - 1] if position > 1 else None
        articled = before is not None and before.norm in self.knowledge.closed("titles", "articles")
        capital = before is not None and self.text[before.start].isupper()
        return articled and capital and not opens_sentence(self.at, position - 1)

    def _nickname(self, position: int, taken: set[int], limit: int) -> bool:
        """Whether a mark opens or closes a nickname within a person's name: «Hussein "Keynan" Duale»."""
        if position == 0 or self.at[position].norm != '"' or position + 1 >= limit:
            return False
        near = range(position + 2, min(position + LONGEST_NICKNAME + 2, limit - 1))
        closing = next((p for p in near if self.at[p].norm == '"'), None)
        opened = closing is not None and is_given_name(self.at[position - 1].norm, self.knowledge.language)
        inside = opened and all(self._capital(p, taken) for p in range(position + 1, closing or 0))
        if inside and closing is not None and self._capital(closing + 1, taken):
            return True
        back = range(position - 1, max(0, position - LONGEST_NICKNAME - 1), -1)
        opener = next((p for p in back if self.at[p].norm == '"'), None)
        return opener is not None and opener > 0 and self._nickname(opener, taken, limit)

    def _compound(self, word: Word) -> bool:
        """Whether a word only says what a name has to do with: «Iran-backed», «Lebanon-based»."""
        return word.norm.rpartition("-")[2] in self.knowledge.closed("titles", "compound_ends") and "-" in word.norm

    def _ordinary(self, word: Word) -> bool:
        """Whether a word of a headline may have its capital for nothing; a body's noun belongs to its name."""
        body = bool(word.classes & set(BODY_CLASSES)) or word.norm in self.knowledge.closed("titles", "institutions")
        told = body or word.category == "name" or is_given_name(word.norm, self.knowledge.language)
        return not told and (bool(word.readings) or not is_rare(word, self.knowledge.language))

    def _opens_person(self, position: int, taken: set[int]) -> bool:
        """Whether a word that opens a sentence is the first name of somebody: «Said al-Jamal», «Mark Toner»."""
        following = position + 1
        if following >= len(self.at) or not is_given_name(self.at[position].norm, self.knowledge.language):
            return False
        behind = self.at[following]
        named = behind.category == "unknown" and following not in taken | self.places
        plain = named and not behind.readings and self.text[behind.start].isupper()
        return plain or self._links(following, taken, len(self.at))

    def _quoted_end(self, first: int, end: int) -> int:
        """The end of a run that opens a quoted name: at the closing mark, where that is near: «Северный вестник»."""
        if first == 0 or self.at[first - 1].norm != '"':
            return end
        near = range(end, min(len(self.at), first + LONGEST))
        stops = ("mark",) if self._told_quoted(first) else ("mark", "verb", "preposition")
        closing = next((p for p in near if self.at[p].category in stops), end)
        return closing if closing < len(self.at) and self.at[closing].norm == '"' else end

    def _opening_body(self, position: int, taken: set[int]) -> bool:
        """A noun that opens a sentence and, by what is linked to it, a body's name: «Bank of …», «Агентство по …»."""
        word = self.at[position]
        if position in taken or word.category != "noun" or not self.text[word.start].isupper():
            return False
        linked = position + 1 < len(self.at) and self.at[position + 1].norm in self.knowledge.closed(
            "titles", "body_links"
        )
        body = bool(word.classes & set(BODY_CLASSES))
        if word.norm in self.knowledge.closed("titles", "opening_heads") and self._plain_capital(position + 1, taken):
            return True
        return linked and body and self._body_end(position, position + 1) > position + 1

    def _plain_capital(self, position: int, taken: set[int]) -> bool:
        """Whether a word with a capital is no ordinary one."""
        if position >= len(self.at) or not self._capital(position, taken):
            return False
        return self.at[position].category in ("unknown", "name") and not self.at[position].readings

    def _body_end(self, first: int, last: int) -> int:
        places = {name.first: name.last for name in self.known if name.kind == "place"}
        return body_end(self.at, (first, last), self.text, self.knowledge, places)

    def _links(self, position: int, taken: set[int], limit: int) -> bool:
        """A particle or hyphen within a name: «Haitham al-Barnousi», «Yves de Tardieu»; what joins partners in a firm's
        name: «Haddad and Sons»; a preposition with a capital: «Doctors Without Borders»."""
        if position >= limit:
            return False
        if self.at[position].category == "preposition" and self.text[self.at[position].start].isupper():
            inside = position not in self.headlines and not opens_sentence(self.at, position)
            return inside and position + 1 < limit and self._capital(position + 1, taken)
        if self.at[position].norm in self.knowledge.closed("titles", "joins_partners"):
            partner = position + 1 < limit and self.at[position + 1].norm in self.knowledge.closed("titles", "partners")
            return partner and position not in taken and self._capital(position + 1, taken)
        behind = position + 1 + (position + 1 < limit and self.at[position + 1].norm == "_")
        if behind < limit and self.at[behind].norm in self.particles and self.at[position].norm in self.particles:
            behind += 1  # «Pedro de la Cruz»
        joins = self.at[position].norm in self.particles or self.at[position].norm in ("_", "&")
        return joins and position not in taken and behind < limit and self._capital(behind, taken)


def _length(at: Sequence[Word], first: int, last: int) -> int:
    """The words of a run, without hyphens."""
    return sum(word.category != "mark" for word in at[first:last])


def _script(word: Word) -> bool:
    """Whether a word is written in Cyrillic letters."""
    return word.norm[:1] >= "\u0400"
