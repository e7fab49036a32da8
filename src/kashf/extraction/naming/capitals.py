"""Names by their capitals, in languages that write them: persons by title or first name, bodies by their nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.extraction.knowledge import Knowledge
from kashf.extraction.naming.capital_evidence import (
    guessed,
    is_article_name,
    is_firm_name,
    is_given_name,
    is_person_name,
    is_place_name,
    kind_of_several,
    opens_sentence,
)
from kashf.extraction.naming.capital_runs import BODY_CLASSES, CapitalRuns
from kashf.extraction.naming.coordinated import apposed, beside
from kashf.extraction.naming.introducing import introduced, title_after, title_before
from kashf.extraction.naming.merging import covered
from kashf.extraction.naming.name import Name
from kashf.extraction.naming.towns import is_town, within_place
from kashf.extraction.words.word import Word
from kashf.language.declension import adjectival, family_stem
from kashf.records.spans import MentionKind

__all__ = ["find_capitalised"]

LONGEST_INITIALS = 4
"""Letters of a body's name in capitals; a town's in a dateline has more."""
SHORTEST_FOREIGN = 2
"""Letters of a word in another script than the text's that is a firm's name rather than a sign."""


def find_capitalised(at: Sequence[Word], known: Sequence[Name], text: str, knowledge: Knowledge) -> list[Name]:
    """The known names, but for places that are a part of a longer one («Bank of Yemen»), and the runs of capitals that
    no list knows; a later last name stands for the full one."""
    capitals = _Capitals(at, known, text, knowledge)
    found = list(capitals.names())
    full = {_last(name): name.key for name in reversed(found) if name.kind == "person" and " " in name.key}
    spoken_of = sorted((*found, *(name for name in known if not _touched(name, found))), key=lambda name: name.first)
    for number, name in enumerate(spoken_of):
        key = full.get(_last(name)) if name in found and _may_be_last_name(at, name, knowledge.language) else None
        if key is not None:
            behind = _behind_adverb(at, name, key, knowledge.language)
            spoken_of[number] = replace(behind, kind="person", key=key)
        elif name.kind == "unknown":
            kind = beside(at, spoken_of, number) or capitals.guessed(name)
            spoken_of[number] = replace(name, kind=kind)
    return [name for name in spoken_of if name.kind != "unknown"]


def _touched(name: Name, names: Sequence[Name]) -> bool:
    return any(other.first < name.last and name.first < other.last for other in names)


def _behind_adverb(at: Sequence[Word], name: Name, full: str, language: str) -> Name:
    """A later last name without the word that opens its sentence: «Later Whitcombe» is Alan Whitcombe."""
    opens = opens_sentence(at, name.first)
    other = at[name.first].norm not in full.split() and not is_given_name(at[name.first].norm, language)
    opened_by_other = opens and name.last - name.first == 2 and other
    return replace(name, first=name.first + 1) if opened_by_other and name.key != full else name


def _last(name: Name) -> str:
    """The last word of a name, in whatever case it stands."""
    return family_stem(name.key.split()[-1])


def _may_be_last_name(at: Sequence[Word], name: Name, language: str) -> bool:
    if name.kind == "place":
        return not within_place(at, name.first, language)
    return name.kind in ("person", "unknown")


class _Capitals(CapitalRuns):
    """What the runs of capitals of a text name."""

    def guessed(self, name: Name) -> MentionKind:
        """What a name of one word is that neither its parts nor its neighbours tell."""
        return "unknown" if name.first in self.headlines else guessed(self.at, name, self.knowledge.language)

    def names(self) -> Iterator[Name]:
        """What each run names; a known place parts a run that is no body."""
        last = 0
        for first, run_end in self.runs(self.taken):
            if first < last or self._is_known_place(first, run_end):
                continue
            end = self._quoted_end(first, run_end)
            body = self._body(first, end)
            if body is not None:
                last = body.last
                yield body
            elif self.places & set(range(first, end)) and not self._is_place(first, end):
                described = self._described_place(first, end)
                runs = [] if described else self.runs(covered(self.known), first, end)
                yield from filter(None, (described, *(self._name(*run) for run in runs)))
            elif (name := self._name(first, end)) is not None:
                yield name

    # What a run names.

    def _body(self, first: int, last: int) -> Name | None:
        titled = self._titled(first, last)
        if self._is_place(first, last):
            return None
        kind = self._body_kind(first, last)
        end = self._body_end(first, last) if kind is not None or self._institution(first, last) else last
        if kind is None and end > last:
            kind = "organisation"
        if kind is None and self.knowledge.language == "ru":
            kind, end = self._described(first, last)
        return Name(first, end, kind, self._key(first, end)) if kind is not None and titled == first else None

    def _is_place(self, first: int, last: int) -> bool:
        """Whether a run is a place that a list knows, whatever nouns it has: «Port Sudan»."""
        if self._is_known_place(first, last):
            return True
        several = last - first > 1 and not self._quoted(first, last)
        return several and is_town(self.at, first, last, self.knowledge.language)

    def _is_known_place(self, first: int, last: int) -> bool:
        return any(name.kind == "place" and (name.first, name.last) == (first, last) for name in self.known)

    def _described(self, first: int, last: int) -> tuple[MentionKind | None, int]:
        """An adjective with a capital and the noun of a body in small letters: «Государственная таможенная служба»."""
        if last - first > 1 or not adjectival(self.at[first].norm):
            return None, last
        end = last
        while (
            end < len(self.at)
            and end - last < 2
            and self.at[end].category == "unknown"
            and adjectival(self.at[end].norm)
        ):
            end += 1
        noun = self.at[end] if end < len(self.at) else None
        body = noun is not None and noun.category == "noun" and bool(noun.classes & set(BODY_CLASSES))
        if not (body or self._institution(end, end + 1)):
            return None, last
        opens = opens_sentence(self.at, first)
        behind = self._body_end(first, end + 1)
        return (None, last) if opens and behind == end + 1 else ("organisation", behind)

    def _described_place(self, first: int, last: int) -> Name | None:
        """A known place with what is a part of its name: an adjective before it («Горный Бадахшан»), or a noun or side
        behind it («Yemen Valley», «Khartoum North»)."""
        if self.at[last - 1].norm in self.knowledge.closed("titles", "place_tails", "place_sides"):
            head = next((name for name in self.known if name.kind == "place" and name.first == first), None)
            return Name(first, last, "place", self._key(first, last)) if head and head.last == last - 1 else None
        place = next((name for name in self.known if name.first == first + 1 and name.last == last), None)
        inside = not opens_sentence(self.at, first)
        if place is None or place.kind != "place" or not inside or not adjectival(self.at[first].norm):
            return None
        return Name(first, last, "place", self._key(first, last))

    def _institution(self, first: int, last: int) -> bool:
        institutions = self.knowledge.closed("titles", "institutions")
        return any(word.norm in institutions or word.stem in institutions for word in self.at[first:last])

    def _name(self, first: int, last: int) -> Name | None:
        if self._quoted(first, last) and first - 2 in self.taken:
            return None  # the second half of a name whose first is known: «РИА "Новости"»
        if any("currency" in word.classes for word in self.at[max(0, first - 1) : last + 1]):
            return None  # «500 000 francs CFA»
        start = self._titled(first, last)
        key = self._key(start, last)
        own = self._told_by_itself(start, last, titled=start > first)
        if own is not None:
            return Name(start, last, own, key)
        if self._behind_place_noun(start) and not is_person_name(self.at, start, last, self.knowledge.language):
            return Name(start, last, "place", key)  # «губернатор провинции Нангархар»
        if last - start == 1 and (
            is_firm_name(self.at[start].norm, self.knowledge.language) or self._body_in_capitals(start)
        ):
            return Name(start, last, "organisation", key)  # «глава ЦАХАЛ», «владелец Внешпромбанка»
        title = title_before(self.at, start) or title_after(self.at, last)
        if title or start > first:
            told = None if title else self._told_around(start, last, titled=True)
            return Name(start, last, told or "person", key, title=title)
        return Name(start, last, self._told_around(start, last) or self._guessed(start, last), key)

    def _behind_place_noun(self, start: int) -> bool:
        """Whether a noun of a place stands before a name: «провинции Нангархар», «в башне «Империя»»."""
        marked = start > 1 and self.at[start - 1].norm == '"'
        noun = self.at[start - 1 - marked] if start > 0 else None
        listed = self.knowledge.closed("titles", "place_nouns")
        if noun is None:
            return False
        return (noun.category == "noun" and "territory" in noun.classes) or noun.norm in listed or noun.stem in listed

    def _told_by_itself(self, first: int, last: int, *, titled: bool) -> MentionKind | None:
        """What the words of a name say that it is, whatever stands around it."""
        language = self.knowledge.language
        body = self._body_kind(first, last)
        if body is not None:
            return body
        initials = last - first == 1 and len(self.at[first].norm) <= LONGEST_INITIALS and self._acronym(first, last)
        apart = self._quoted(first, last) or initials
        town = not apart and is_town(self.at, first, last, language)
        if not titled and (town or is_place_name(self.at, first, last, language)):
            return "place"
        word = self.at[first].norm
        foreign = language == "ru" and last - first == 1 and word.isascii() and len(word) > SHORTEST_FOREIGN
        return "organisation" if foreign or is_article_name(self.at, first, last, language) else None

    def _told_around(self, first: int, last: int, *, titled: bool = False) -> MentionKind | None:
        """What the noun or preposition before a name says that it is."""
        language = self.knowledge.language
        told = None if titled else introduced(self.at, first, last, language)
        told = told or apposed(self.at, first, last, language)
        if told in (None, "facility") and self._acronym(first, last) and language != "en":
            return "organisation"  # «le site TSA», «из МГИМО»
        if told is None and last - first > 1 and self._spoken_behind(first):
            return "person"
        return told or ("place" if language != "fr" and within_place(self.at, first, language) else None)

    def _spoken_behind(self, first: int) -> bool:
        """Whether a verb of speech behind a quotation stands before a name: «…», témoigne Espérance Mbaki."""
        if first < 3 or "say" not in self.at[first - 1].classes or self.at[first - 1].category != "verb":
            return False
        return self.at[first - 2].norm in (",", '"') and self.knowledge.language == "fr"

    def _guessed(self, first: int, last: int) -> MentionKind:
        language = self.knowledge.language
        if self._acronym(first, last) or is_firm_name(self.at[last - 1].norm, language):
            return "organisation"
        if within_place(self.at, first, language) or self._reached(first, last):
            return "place"
        return kind_of_several(self.at, (first, last), self.text, language)

    def _reached(self, first: int, last: int) -> bool:
        """Whether a preposition that places are behind stands before several words that are no person's."""
        language = self.knowledge.language
        links = first > 0 and self.at[first - 1].norm in self.knowledge.closed("titles", "place_links")
        return links and last - first > 1 and not is_person_name(self.at, first, last, language)

    def _quoted(self, first: int, last: int) -> bool:
        return first > 0 and last < len(self.at) and self.at[first - 1].norm == self.at[last].norm == '"'

    def _key(self, first: int, last: int) -> str:
        return " ".join(word.norm for word in self.at[first:last])

    def _titled(self, first: int, last: int) -> int:
        """Where a run's name begins, behind the title that it opens with."""
        titled = [position for position in range(first, last) if self.at[position].may_be("title")]
        if not titled or titled[-1] + 1 >= last:
            return first
        person = is_person_name(self.at, titled[-1] + 1, last, self.knowledge.language)
        return titled[-1] + 1 if person or not self._body_kind(first, last) else first

    def _body_kind(self, first: int, last: int) -> MentionKind | None:
        """What a noun in the name says it is: «Ministry of …», «… Exchange Company», «… Holdings»."""
        several = last - first > 1
        if self.at[first].norm.partition("-")[0] in self.knowledge.closed("titles", "group_heads"):
            return "group" if several or "-" in self.at[first].norm else None
        if several and self._of_country(first, last):
            return "organisation"
        if several and self.at[last - 1].norm in self.knowledge.closed("titles", "firms"):
            return "organisation"
        if several and self._institution(first, last):
            return "organisation"
        if not several and self.at[first].norm in self.knowledge.closed("titles", "no_names"):
            return None
        for word in self.at[first:last][:: -1 if self.knowledge.language == "en" else 1]:
            classes = {kind for reading in word.readings if reading.category == "noun" for kind in reading.classes}
            if classes & {"group"}:
                return "group"
            if classes & set(BODY_CLASSES):
                return "organisation"
            if classes & {"facility", "site"}:
                return "facility"
        return None

    def _of_country(self, first: int, last: int) -> bool:
        """Whether a run is a firm's name with that of a country behind it: «Orange Mali»."""
        country = next((n for n in self.known if n.last == last and n.first > first), None)
        if country is None or country.kind != "place" or country.body is None or country.body.country is not None:
            return False
        if is_place_name(self.at, first, last, self.knowledge.language):
            return False
        firm = self.at[first : country.first]
        foreign = all(word.category in ("unknown", "name") and not word.readings for word in firm)
        return foreign and not adjectival(firm[-1].norm)

    def _acronym(self, first: int, last: int) -> bool:
        """One word in capitals among others that are not: «the DEA»; in a headline capitals say nothing."""
        letters = self.text[self.at[first].start : self.at[last - 1].end].removesuffix("'s")
        around = self.text[max(0, self.at[first].start - 40) : self.at[last - 1].end + 40]
        return last - first == 1 and len(letters) > 1 and letters.isupper() and any(map(str.islower, around))
