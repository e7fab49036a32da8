"""Who says it: the subject of a verb of speech, behind it, before it, or across an insertion."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.sources.line import STAYING, Line

__all__ = ["left_of", "subject_of"]

_AGENTS = ("agent", "document", "outlet", "people", "persons", "person", "title", "organisation", "state", "group")
MOST_INSERTIONS = 3
_OBJECT = frozenset({"acc"})
"""The case of what can only be an object: «Амирханов вину не признал»."""
_NO_SUBJECT = ("time", "money_amount", "goods", "funds", "drugs", "arms")
_PARTED = frozenset({"stop", "connective", "contrast", "inference", "complementiser", "source"})


def subject_of(line: Line, event: Event) -> int | None:
    """The unit of the subject of a verb of speech; None where it has none of its own."""
    if line.asked_inverted(event):
        return event.unit - 1
    if line.european:
        found = _inverted(line, event) if _stands_inverted(line, event) else _before(line, event)
        nobody = found is not None and line.bare(found) in line.table("nobody")  # «ничто не указывает на то, что»
        return None if nobody else found
    fronted = None if event.conjoined else _fronted(line, event)
    if fronted is not None and event.steers("accuse") and line.phrases[fronted] in event.subject:
        return fronted  # «واشنطن تتهم طهران بأنها»: who stands behind is accused
    if fronted is not None and line.that(fronted - 1):
        return fronted  # behind «أن» the subject comes first: «أن الوزير أبلغ البرلمان»
    behind = _behind(line, event)
    return behind if behind is not None else fronted


# Verb first.


def _behind(line: Line, event: Event) -> int | None:
    """The first phrase without preposition behind an Arabic verb, in its own clause."""
    index = event.unit + 1
    while index < len(line):
        index = line.skip(index)
        if line.that(index) or line.kind(index) in ("stop", "relative", "connective", "contrast", "inference"):
            return None
        if line.kind(index) == "comma":
            following = line.past_insertion(index) if line.kind(index + 1) == "source" else None
            if following is None:
                return None
            index = following
            continue
        pair = line.quotation(index)
        if pair is not None and any(word.category == "verb" for word in line.words[pair.first : pair.last]):
            return None
        if line.kind(index) == "event" and line.finite(index):
            return None
        phrase = line.bare_phrase(index)
        if phrase is not None and _may_speak(line, index, phrase) and not _names_the_one_before(line, index):
            return index
        if _behind_this(line, index):
            return index
        if line.kind(index) == "event" and line.units[index].preposition is None:
            return None
        index += 1
    return None


def _behind_this(line: Line, index: int) -> bool:
    """«صرح بذلك اللواء فلان»: the subject behind «بذلك», which the cutter takes for one phrase."""
    unit = line.units[index]
    behind = line.kind(index) == "phrase" and unit.preposition in ("ب", "عن")
    this = line.words[unit.first].category == "demonstrative"
    return behind and this and unit.last > unit.first + 1


def _may_speak(line: Line, index: int, phrase: Phrase) -> bool:
    if phrase.pronoun or (phrase.is_a(*_NO_SUBJECT) and not phrase.is_a(*_AGENTS)):
        return False
    if line.kind(index) == "event":
        return phrase.is_a(*_AGENTS) or line.word(index).may_be("title") is not None
    return True


def _names_the_one_before(line: Line, index: int) -> bool:
    """«لوكالة «الأفق»»: a name in marks behind a phrase with a preposition belongs to that phrase."""
    first = line.units[index].first
    marked = first > line.first and line.words[first - 1].norm in ('"', "'")
    before = index - 1
    while line.kind(before) == "quote":
        before -= 1
    return marked and line.kind(before) == "phrase" and line.units[before].preposition is not None


def _fronted(line: Line, event: Event) -> int | None:
    """«مصدر أمني أكد أن», «الوزير، في بيان، قال إن»: the subject before an Arabic verb."""
    index = event.unit - 1
    if line.kind(index) == "relative":
        return _antecedent(line, event)
    if _document_that(line, index):
        return index
    index = _back_to_subject(line, _before_more(line, index))
    phrase = line.bare_phrase(index)
    if phrase is None or phrase.pronoun or not (line.kind(index - 1) in _PARTED | {"comma", "adverb"} or index == 0):
        return None
    sources = line.table("unnamed", "source_nouns", "accounts")
    return index if phrase.is_a(*_AGENTS) or not phrase.kinds or line.word(index).stem in sources else None


def _back_to_subject(line: Line, index: int) -> int:
    """Back over what only says more of a subject, and over one insertion: «مصدر مقرب من التحقيق أكد»."""
    passed = False
    while index >= 0:
        if line.kind(index) == "comma" and not passed:
            before = line.before_insertion(index)
            index, passed = (before if before is not None else -1), True
        elif _says_more(line, index):
            index -= 1
        else:
            break
    return index


def _before_more(line: Line, index: int) -> int:
    """Back over «وهو شاب نازح من حمص», which says more of the subject before it."""
    back = index
    while back > 0 and line.kind(back) in ("phrase", "connective", *STAYING):
        if line.units[back].conjoined and line.bare(back) in line.table("says_more"):
            return back - 1
        if line.kind(back) == "connective":
            break
        back -= 1
    return index


def _says_more(line: Line, index: int) -> bool:
    unit = line.units[index]
    if line.kind(index) == "phrase":
        return bool(unit.preposition) or (unit.conjoined and line.kind(index - 1) == "phrase")
    act = line.kind(index) == "event" and bool(unit.preposition) and not line.finite(index)
    turned = line.kind(index) == "contrast" and index > 0 and line.kind(index - 1) == "phrase"
    return line.kind(index) in STAYING or act or turned  # «الوزارة من جهتها أكدت»


def _document_that(line: Line, index: int) -> bool:
    """«عثر على دفاتر تثبت أن», «مذكرة تفيد بأن»: an indefinite document right before the verb says it."""
    phrase = line.phrases[index] if line.kind(index) == "phrase" else None
    return phrase is not None and phrase.is_a("document") and not line.words[phrase.first].definite


def _antecedent(line: Line, event: Event) -> int | None:
    """«أبيس الذي أضاف أن»: the noun a relative clause hangs on."""
    if not event.antecedent:
        return None
    return next((i for i, phrase in enumerate(line.phrases) if phrase is event.antecedent[0]), None)


# Subject first.


def left_of(line: Line, event: Event) -> int:
    """The unit before a European verb, past helping words, reflexives and object pronouns."""
    index = line.skip(event.unit - 1, -1)
    while line.kind(index) == "phrase" and line.phrases[index] is not None and _clitic(line, index):
        index = line.skip(index - 1, -1)
    return index


def _clitic(line: Line, index: int) -> bool:
    phrase = line.phrases[index]
    return phrase is not None and bool(phrase.pronoun) and line.bare(index) in line.table("object_pronouns")


def _stands_inverted(line: Line, event: Event) -> bool:
    """«…, said Judge Sharkawi», « …, raconte un comptable », «…, сообщил прокурор»."""
    left = left_of(line, event)
    right = _right(line, event)
    describes = event.steers("describe") and not event.steers("say")
    if event.lemma in line.table("told") or describes or line.bare_phrase(right) is None or line.kind(right) == "event":
        return False
    if left >= 0 and line.kind(left) == "source":
        return True  # « Comme l'a souligné le procureur »
    parted = left < 0 or line.kind(left) in ("comma", "quote", "stop") or _mark_before(line, left)
    if not parted:
        return line.draft.language == "ru" and line.bare_phrase(left) is None and not _told_by_before(line, left)
    if left >= 0 and line.kind(left) == "comma" and _closes_insertion(line, left, event):
        return False
    if left >= 0 and not _something_before(line, left):
        return False
    following = line.skip(right + 1)
    return not line.finite(following) or line.units[following].conjoined or line.kind(right + 1) == "comma"


def _told_by_before(line: Line, left: int) -> bool:
    """«Два источника в полиции сообщили AFP»: somebody before what says where they are."""
    while left > 0 and line.kind(left) == "phrase" and line.units[left].preposition is not None:
        left -= 1
    phrase = line.bare_phrase(left)
    if phrase is None:
        return False
    known = line.table("unnamed", "source_nouns", "generic")
    named = any(line.words[place].stem in known for place in range(phrase.first, phrase.last))
    return named or phrase.is_a("agent", "person", "persons", "people")


def _something_before(line: Line, left: int) -> bool:
    """Whether what stands before can be what is said: it has a verb or marks, and is no mere subject."""
    first = line.units[left].first
    acts = any(line.kind(index) in ("event", "particle") for index in range(left))
    return acts or line.draft.language == "ru" or any(pair.opening <= first for pair in line.near)


def _mark_before(line: Line, left: int) -> bool:
    behind = line.units[left].last
    return behind < line.last and line.words[behind].norm in ("'", "*", '"')


def _closes_insertion(line: Line, comma: int, event: Event) -> bool:
    """«The judge, who …, said the witness had lied»: what is said follows, so the subject is before."""
    before = line.before_insertion(comma)
    whole = line.bare_phrase(before) if before is not None else None
    if before is None or whole is None:
        return False
    following = line.skip(event.unit + 1)
    right = line.bare_phrase(following)
    told = right is not None and not right.is_a(*_AGENTS) and not _capital(line, right.last - 1)
    if told and whole.is_a(*_AGENTS) and any(line.kind(index) == "relative" for index in range(before, comma)):
        return True  # « Un responsable, qui …, évoque des dizaines de … »
    for index in range(following, len(line)):
        helping = index < len(line) and line.word(index).may_be("auxiliary") is not None
        if (
            line.that(index)
            or line.colon(index)
            or helping
            or (index > following and line.quotation(index) is not None)
        ):
            return True
        if line.kind(index) in ("comma", "stop", "quote"):
            return False
        if line.finite(index):
            return True
    return False


def _right(line: Line, event: Event) -> int:
    """The unit behind a verb, past one phrase that says to whom («a assuré à l'agence le porte-parole»)."""
    right = line.skip(event.unit + 1)
    while right < len(line) and (_only_time(line, right) or _acting(line, right) or _addressed(line, right)):
        right = line.skip(right + 1)
    if line.kind(right) == "quote" and line.knowledge.book.grammar.cases and _told_to(line, right):
        right += 1
    addressed = line.kind(right) == "phrase" and line.bare_phrase(right) is None
    beyond = line.skip(right + 1)
    return beyond if addressed and line.kind(beyond) == "phrase" and line.bare_phrase(beyond) is not None else right


def _acting(line: Line, index: int) -> bool:
    """«said Acting Under Secretary Reed»: a word of act in a title."""
    word = line.word(index)
    named = line.knowledge.book.grammar.head_last and line.kind(index) == "event" and not line.finite(index)
    behind = line.units[index].last
    return named and line.draft.text[word.start].isupper() and behind < line.last and _capital(line, behind)


def _capital(line: Line, word: int) -> bool:
    return line.draft.text[line.words[word].start].isupper()


def _addressed(line: Line, index: int) -> bool:
    """«рассказал РИА Новости представитель»: an outlet of no case, and behind it somebody, is who it was told to."""
    if not line.knowledge.book.grammar.cases or index + 1 >= len(line):
        return False
    here, behind = line.bare_phrase(index), line.bare_phrase(index + 1)
    outlet = here is not None and here.is_a("organisation", "outlet") and not here.is_a("person", "persons", "title")
    return outlet and behind is not None and behind.is_a("person", "persons", "title")


def _told_to(line: Line, quote: int) -> bool:
    """«сообщил «Коммерсанту» источник»: marks around an outlet's name, and somebody behind them in the same phrase."""
    pair = line.quotation(quote)
    behind = line.phrases[quote + 1] if quote + 1 < len(line) else None
    return pair is not None and behind is not None and behind.first == pair.last + 1


def _inverted(line: Line, event: Event) -> int | None:
    return _right(line, event)


def _before(line: Line, event: Event) -> int | None:
    """The phrase before a verb, back over what only says more of it: «an official with the agency, who …, told»."""
    index, passed = left_of(line, event), 0
    if event.conjoined or (line.kind(index) == "connective" and line.bare(index) in line.table("but")):
        return _shared(line, event)
    while index >= 0:
        if line.kind(index - 1) == "source" or _only_time(line, index):
            index -= 2 if line.kind(index - 1) == "source" else 1
            continue
        phrase = line.phrases[index] if line.kind(index) == "phrase" else None
        listed = line.units[index].conjoined and line.kind(index - 1) == "phrase" and line.units[index - 1].preposition
        if _is_bare(line, index, phrase) and not listed and not _of_relative(line, index, event):
            return _first_of_list(line, index)
        if line.kind(index) == "comma" and passed < MOST_INSERTIONS:
            before = line.before_insertion(index)
            if before is None:
                return None
            index, passed = before, passed + 1
            continue
        if line.kind(index) in ("stop", "complementiser", "connective", "contrast", "comma", "quote"):
            return _inside_marks(line, index)
        if line.kind(index) == "relative":
            index -= 1
            continue
        index -= 1
    return None


def _is_bare(line: Line, index: int, phrase: Phrase | None) -> bool:
    nobody = line.bare(index) in line.table("nobody")  # « rien n'indique que »
    if phrase is None or line.bare_phrase(index) is None or nobody:
        return False
    return phrase.cases != _OBJECT or index < 1 or line.bare_phrase(index - 1) is None


def _only_time(line: Line, index: int) -> bool:
    """«A study released last month found»: when it was, and nobody."""
    phrase = line.phrases[index] if line.kind(index) == "phrase" else None
    return phrase is not None and phrase.is_a("time") and not phrase.is_a(*_AGENTS)


def _inside_marks(line: Line, index: int) -> int | None:
    """«L'agence « Horizon » affirme»: a mark that closes a name is passed over."""
    if line.kind(index) != "quote":
        return None
    before = line.bare_phrase(index - 1)
    if before is not None and any(line.words[place].norm == '"' for place in range(before.first, before.last)):
        return index - 1  # «Газета «Весы» …» is cut as one phrase, but for the mark that closes
    opened = index >= 2 and line.kind(index - 2) == "quote"
    if before is None or not opened:
        return None
    outer = line.bare_phrase(index - 3)
    return index - 3 if outer is not None and outer.is_a(*_AGENTS) else index - 1


def _of_relative(line: Line, index: int, event: Event) -> bool:
    """Whether a phrase stands within a relative clause that has its verb before `event`: «an official who asked not to
    be named», « des relevés que Le Monde a pu consulter »."""
    back = index - 1
    while back >= 0 and line.kind(back) not in ("comma", "stop", "complementiser", "connective", "contrast"):
        if line.kind(back) == "relative":
            return back > 0 and any(line.finite(between) for between in range(back, event.unit))
        back -= 1
    return False


def _first_of_list(line: Line, index: int) -> int:
    while index > 0 and line.units[index].conjoined and line.bare_phrase(index - 1) is not None:
        index -= 1
    return index


def _shared(line: Line, event: Event) -> int | None:
    """«The coach came back and said»: the subject of the verb before it."""
    before = [other for other in line.clauses.events[: event.index] if other.form == "verb" and other.subject]
    spoken = [other for other in before if other.steers("say")]
    for other in reversed(spoken or before):
        if other.subject:
            return next((i for i, phrase in enumerate(line.phrases) if phrase is other.subject[0]), None)
    return None
