"""Subjects and objects: which of an event's core phrases is which."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kashf.domain.predicates import Predicate
from kashf.extraction.clauses.agreeing import agrees, person_of
from kashf.extraction.clauses.core import follows_directly
from kashf.extraction.clauses.events import Event, Phrase, takes_object
from kashf.extraction.clauses.genitives import actor_genitive, only_adjective
from kashf.extraction.clauses.parse import SKIPPED, Parse
from kashf.extraction.clauses.settling_european import settle_european
from kashf.extraction.clauses.suffering import sets_about, suffer, told_by_whom
from kashf.language.closed import words as table_words

__all__ = ["settle", "share_objects"]

_SUFFERED = frozenset({"kill", "kidnap", "arrest", "release"})
"""Types that people suffer: a verb of these that names people and no object is passive."""
_DOERS = ("agent", "people", "vehicle", "vessel")
_RESUMES = {"ه": "resumed_one", "ها": "resumed_she", "هم": "resumed_they", "هما": "resumed_two"}
"""Pronoun endings with the list of the relatives whose noun each takes up."""


def settle(parse: Parse, event: Event) -> None:
    """Fills in subject and objects of an event from its core phrases."""
    groups = [group for group in parse.core[event.index] if group]
    if parse.knowledge.book.grammar.subject_first:
        settle_european(parse, event, groups, takes_object=takes_object(event))
        return
    if event.form == "noun":
        _settle_noun(parse, event, groups)
        _hand_on(parse, event, groups[1:])
        suffer(parse, event)
    elif event.form == "verb":
        _settle_verb(parse, event, groups)
    elif event.antecedent and takes_object(event) and _passive_participle(parse, event, groups):
        _turn_participle(event)
    else:
        event.direct = groups[0] if groups else []


def _passive_participle(parse: Parse, event: Event, groups: list[list[Phrase]]) -> bool:
    """«جبهة النصرة الممولة من قطر», «الكيانات المدرجة على لائحة»: its noun is what it is done to."""
    if any(phrase.is_a("agent") for phrase in event.marks("من")):
        return True
    passive = any(reading.voice == "passive" for reading in parse.word(event).readings)
    objects = {mark for predicate in event.predicates for mark in predicate.roles.get("object", ())}
    others = {mark for predicate in event.predicates for marks in predicate.roles.values() for mark in marks}
    marks = {mark for mark, _ in event.marked}
    told_with = not groups and not marks & objects and bool(marks & others)
    return passive and told_with and not event.steers("accuse")


def _turn_participle(event: Event) -> None:
    """«جبهة النصرة الممولة من قطر»: a participle with «by» is passive, and its noun what it is done to."""
    event.direct, event.antecedent, event.passive = list(event.antecedent), (), True
    event.marked = [("من قبل" if mark == "من" else mark, phrase) for mark, phrase in event.marked]


def share_objects(parse: Parse) -> None:
    """«نقل وبيع الآثار», «stealing and laundering $85,000»: of two acts side by side both are done to what follows."""
    for event, following in reversed(list(pairwise(parse.events))):
        beside = following.unit == event.unit + 1 and following.conjoined and following.form == event.form
        if beside and not event.direct and takes_object(event):
            event.direct = list(following.direct)


def _fronted(parse: Parse, event: Event, groups: list[list[Phrase]]) -> bool:
    """«القطع باعها الوسيط»: a thing before a verb that its ending takes up, and somebody behind who does it."""
    told = bool(parse.word(event).split.ending) and bool(groups) and groups[0][0].is_a(*_DOERS)
    if not told or not event.subject:
        return False
    person, words = person_of(event, parse.words), parse.words
    other = person[1:2] == "s" and not agrees(person, event.subject, words)  # «زعيم الجماعة قتلته طائرة»
    return other or not any(phrase.is_a("agent") for phrase in event.subject)


def _settle_verb(parse: Parse, event: Event, groups: list[list[Phrase]]) -> None:
    if _fronted(parse, event, groups):
        event.antecedent, event.subject = event.subject, ()
    resumed = _resumed(parse, event)
    if event.antecedent and not resumed and not (len(groups) > 1 and _subject_fits(parse, event, groups[0])):
        event.subject = event.subject or event.antecedent
    _tell_apart(parse, event, groups)
    _turn_passive(parse, event)
    if event.antecedent and resumed and (not event.direct or parse.word(event).split.ending):
        event.direct = [*event.antecedent, *(p for p in event.direct if p.is_a("ransom"))]  # «دفعتها الشركة فدية»


def _tell_apart(parse: Parse, event: Event, groups: list[list[Phrase]]) -> None:
    """Which of what stands behind a verb is its subject, its object and its second object."""
    if not event.subject and not event.antecedent and _object_first(parse, event, groups):
        groups = [groups[1], groups[0], *groups[2:]]  # «تقاضت هذا المبلغ جماعات»
    behind = groups
    unsaid = event.subject or not groups or _carries_subject(parse, event) or _told_before(parse, event, groups)
    alone = len(groups) > 1 and not groups[1][0].is_a("money_amount") and _object_alone(parse, event, groups[0][0])
    several = len(groups) > 1 and not alone
    if not unsaid and (several or _subject_fits(parse, event, groups[0])):
        event.subject, behind = tuple(groups[0]), groups[1:]
    event.subject_elided = not event.subject
    event.direct = behind[0] if behind else []
    if _wants_second(event):
        event.marked.extend(("second", phrase) for group in behind[1:] for phrase in group)


def _told_before(parse: Parse, event: Event, groups: list[list[Phrase]]) -> bool:
    """«أنه مول الجماعة», «كان يبتز التجار»: a verb behind a pronoun, or right behind «to be», has its subject before
    it, and one noun behind it is its object."""
    if not takes_object(event) or len(groups) > 1 or _object_in_ending(parse, event):
        return False
    index = event.unit - 1
    while parse.kind(index) == "particle" and parse.words[parse.units[index].first].norm in _AFFIRMING:
        index -= 1
    if parse.kind(index) == "particle":
        return parse.words[parse.units[index].first].norm in table_words("ar", "pronouns", "carriers")
    helper = parse.by_unit.get(index)
    return helper is not None and helper.form == "verb" and helper.steers("be") and not helper.subject


_AFFIRMING = frozenset({"قد", "لقد"})


def _object_alone(parse: Parse, event: Event, head: Phrase) -> bool:
    """Whether the first of two phrases behind a verb can be no subject: «أوقفت في الأولى مهربين»."""
    if not takes_object(event):
        return False
    things = bool(head.kinds) and not head.is_a("agent", "activity", "facility", "document", "vessel", "other", "arms")
    return _in_object_case(parse, head) or (things and _object_rather(event, head))


def _wants_second(event: Event) -> bool:
    """Whether a predicate has a second object without preposition: «سلّم الخاطفين مليونا», «تزويد دمشق وقودا»."""
    return any(map(_has_second, event.predicates))


@cache
def _has_second(predicate: Predicate) -> bool:
    return "second" in predicate.marked_company or any("second" in places for places in predicate.roles.values())


def _carries_subject(parse: Parse, event: Event) -> bool:
    """A verb in the plural or dual, or the first person, has its subject in its ending: what follows is the object."""
    reading = parse.word(event).reading
    return reading is not None and (reading.person[:2] in ("3p", "3d") or reading.person[:1] in ("1", "2"))


def _resumed(parse: Parse, event: Event) -> bool:
    """Whether a pronoun in a relative clause takes its noun up again, so that the noun is not its subject.

    The pronoun agrees with the relative: «الشرطة التي أوقفته» has the police as its subject, for ه is somebody else.
    """
    endings = [parse.word(event).split.ending, *(phrase.pronoun for _, phrase in event.marked)]
    helped = _helped(parse, event)
    if helped is not None:
        endings += [parse.word(helped).split.ending, *(phrase.pronoun for _, phrase in helped.marked)]
    relative = _relative_of(parse, event)
    fitting = [ending for ending, key in _RESUMES.items() if relative in table_words("ar", "pronouns", key)]
    return any(ending and (not fitting or ending in fitting) for ending in endings)


def _helped(parse: Parse, event: Event) -> Event | None:
    """The verb that a helping verb stands before, their subject between or not: «كان المسلحون يديرانهما»."""
    following = parse.events[event.index + 1] if event.index + 1 < len(parse.events) else None
    if following is None or following.form != "verb" or not parse.carries(event.unit):
        return None
    between = range(event.unit + 1, following.unit)
    return following if all(parse.kind(i) in ("phrase", *SKIPPED) for i in between) else None


def _relative_of(parse: Parse, event: Event) -> str:
    """The relative pronoun that an event's clause begins with; empty where none does."""
    for back in range(event.unit - 1, -1, -1):
        if parse.kind(back) == "relative":
            return parse.words[parse.units[back].first].stem
        other = parse.by_unit.get(back)
        if other is not None and other.form == "verb" and not parse.carries(back):
            return ""
    return ""


def _turn_passive(parse: Parse, event: Event) -> None:
    """What cannot act and stands as the subject of a verb that takes an object is its object: «الأموال ستصرف».

    A name in quotation marks may act, whatever its words say: «نسور المدينة» يخسر.
    """
    if event.passive:
        _set_sum_apart(event)
    if takes_object(event) and (event.passive or told_by_whom(parse, event)):
        event.direct, event.subject = event.direct or list(event.subject), ()  # «أضيفت الشركة إلى القائمة»
        return
    if event.steers("be", "go_on") or any(p.first and parse.words[p.first - 1].norm == '"' for p in event.subject):
        return
    lasting = all(phrase.is_a("time") for phrase in event.direct)  # «حُبس المدير 15 يوما»: for how long is no object
    told = event.steers("say") or _object_in_ending(parse, event)
    if not event.subject or not lasting or not takes_object(event) or told:
        return
    if _suffers(event) or not any(_might_act(phrase) for phrase in event.subject):
        event.direct, event.subject = list(event.subject), ()


def _object_in_ending(parse: Parse, event: Event) -> bool:
    """«دمره النزاع», «كان يحتجزهم المتمردون»: the object stands in the ending, and what follows is the subject."""
    return "ه" in parse.word(event).split.ending and not _wants_second(event)


def _set_sum_apart(event: Event) -> None:
    """«غُرّم كل منهم 250 ألف درهم»: beside who undergoes a passive a sum is a second object."""
    if event.subject and _wants_second(event) and all(p.is_a("money_amount") for p in event.direct):
        event.marked.extend(("second", phrase) for phrase in event.direct)
        event.direct, event.subject = list(event.subject), ()


def _suffers(event: Event) -> bool:
    """Whether people who stand as the subject have the act done to them: «خُطف خمسة مقاتلين»."""
    suffered = any(predicate.type in _SUFFERED or _tried(predicate, event) for predicate in event.predicates)
    return suffered and all(phrase.is_a("people", "persons", "person") for phrase in event.subject)


def _tried(predicate: Predicate, event: Event) -> bool:
    """«أدان الرجل بالسجن»: whether somebody alone beside a verb of courts is rather before them."""
    fixed = predicate.company or predicate.marked_company
    stands = predicate.type == "charge" and not fixed and "direct" in predicate.roles.get("object", ())
    told = {place for role in ("charge", "penalty") for place in predicate.roles.get(role, ())}
    return stands and any(mark in told for mark, _ in event.marked)


def _might_act(phrase: Phrase) -> bool:
    """Whether a phrase may be who does something: «ثلثا المبلغ» may not."""
    share = phrase.is_a("share") and phrase.is_a("funds", "goods")
    return phrase.is_a("agent", "facility") or (phrase.is_a("counted") and not share) or not phrase.kinds


def _subject_fits(parse: Parse, event: Event, group: list[Phrase]) -> bool:
    """Whether the only phrase behind a verb is its subject: one that acts, or anything where no object is taken."""
    head = group[0]
    if "ه" in parse.word(event).split.ending or event.steers("be"):
        return True
    if event.steers("go_on", "begin") and head.is_a("agent") and _helped(parse, event) is not None:
        return True  # «ظل الصراف لسنوات ينقل الأموال»
    if takes_object(event) and _other_gender(parse, event, head):
        return False
    if parse.words[head.first].norm.endswith("ون") and head.is_a("agent"):
        return True  # «تلقى المتهمون»
    if parse.words[head.first].accusative or (takes_object(event) and _in_object_case(parse, head)):
        return False
    if event.steers("say") and head.is_a("document", "outlet", "information"):
        return True
    if head.is_a("agent") and _has_object_marked(event):
        return True  # «يتاجر أبناء العائلة بالعاج»
    acts = head.is_a("agent", "people") and not _object_rather(event, head)
    return acts or _counts_subject(event, head) or not takes_object(event)


def _has_object_marked(event: Event) -> bool:
    """Whether the object of a verb may stand behind a preposition, and does."""
    marks = {mark for mark, phrase in event.marked if not phrase.is_a("somewhere", "time")}
    objects = [set(p.roles.get("object", ())) for p in event.predicates if not p.company]
    return any(places & marks for places in objects) and all(
        "direct" not in places or places & marks for places in objects
    )


def _in_object_case(parse: Parse, head: Phrase) -> bool:
    """«أوقفت مسلحين»: a plural or dual in ين is no subject."""
    noun = next((w for w in parse.words[head.first : head.last] if w.category in ("noun", "title")), None)
    return (
        noun is not None and noun.norm.endswith("ين") and noun.reading is not None and noun.reading.number in ("p", "d")
    )


def _other_gender(parse: Parse, event: Event, head: Phrase) -> bool:
    """«وأوقفت صاحبه»: one man is no subject of a feminine verb."""
    reading, noun = parse.word(event).reading, parse.words[head.first]
    if reading is None or reading.person != "3sf" or not head.is_a("person", "persons", "people"):
        return False
    if head.figure is not None and noun.norm in table_words("ar", "words", "counting_men"):
        return True
    one = noun.reading is not None and noun.reading.number == "s"
    return one and noun.category in ("noun", "title") and not noun.stem.endswith(("ه", "اء", "ي"))


def _only_object(parse: Parse, event: Event, head: Phrase, behind: Phrase) -> bool:
    """«يدير الشبكة رجل أعمال»: by gender only the second of two phrases behind a verb can be its subject."""
    first, second = parse.words[head.first], parse.words[behind.first]
    if person_of(event, parse.words) != "3sm" or not takes_object(event) or not first.definite:
        return False
    she = first.stem.endswith("ه") and first.reading is not None and first.reading.number == "s"
    return she and behind.is_a("person", "persons", "title") and not second.stem.endswith(("ه", "ات"))


def _object_first(parse: Parse, event: Event, groups: list[list[Phrase]]) -> bool:
    """Whether a verb's object stands right before its subject."""
    if len(groups) < len(("object", "subject")) or groups[1][0].first != groups[0][-1].last:
        return False
    head, behind = groups[0][0], groups[1][0]
    if _only_object(parse, event, head, behind):
        return True
    if head.is_a("place") and behind.is_a("person", "persons", "people"):
        return _gone_through(event)  # «غادر تونس ثلاثة آلاف شاب»
    if head.is_a("party_post") and behind.is_a("person", "persons", "people"):
        return any("party_post" in need.get("object", ()) for p in event.predicates for need in p.needs)
    return behind.is_a("agent") and not head.is_a("agent") and _object_rather(event, head)


def _gone_through(event: Event) -> bool:
    """Whether what stands as the object of a verb is where somebody comes from or goes to."""
    ways = [places for p in event.predicates for role, places in p.roles.items() if role in ("origin", "destination")]
    return any("direct" in places for places in ways)


def _counts_subject(event: Event, head: Phrase) -> bool:
    """A bare count is the subject of a verb that counts who does it: «عاد منهم نصفهم»."""
    return head.is_a("counted") and any("subject" in p.roles.get("amount", ()) for p in event.predicates)


def _object_rather(event: Event, head: Phrase) -> bool:
    told = [p for p in event.predicates if not p.marked_company] or event.predicates
    plain = [p for p in told if "direct" in p.roles.get("object", ()) or "object" not in p.roles]
    wanted = {kind for p in plain for need in p.needs for kind in need.get("object", ())}
    acting = {kind for p in plain for need in p.needs for kind in need.get("actor", ())}
    acting.discard("agent")  # anybody may; that tells nothing
    if "state" in acting:
        acting.add("place")  # «اتهمت واشنطن شركة»: a capital stands for its state
    surely_acts = head.is_a("hostile", "group", "state", "person")
    return bool(wanted & head.kinds) and not (acting & head.kinds) and not surely_acts


def _settle_noun(parse: Parse, event: Event, groups: list[list[Phrase]]) -> None:
    if not groups:
        return
    if _of_whatever(parse, groups[0][0]):
        event.direct = groups[0]
        return
    told = follows_directly(parse, event, groups[0]) and not only_adjective(parse, event, groups[0][0])
    if told and not (groups[1:] and _settle_two(parse, event, groups[0], groups[1])):
        _settle_genitive(parse, event, groups)


def _settle_two(parse: Parse, event: Event, genitive: list[Phrase], behind: list[Phrase]) -> bool:
    """An object and what stands beside it without preposition; whether it is that."""
    lasting = behind[0].is_a("time") or not behind[0].kinds
    if _suffered(event) and lasting:
        event.direct = genitive  # «سجن رئيسها ست سنوات»
    elif _wants_second(event) and behind[0].is_a("goods", "funds"):
        event.direct = genitive
        event.marked.extend(("second", phrase) for phrase in behind)
    elif _in_company(parse, event, behind[0]) and not genitive[0].is_a("state"):
        event.direct = [*genitive, *behind]  # «إيداع ثلاثة متهمين السجن»
    else:
        return False
    return True


def _settle_genitive(parse: Parse, event: Event, groups: list[list[Phrase]]) -> None:
    of_origin = parse.words[groups[0][0].first].stem in parse.knowledge.book.grammar.origins
    died = parse.word(event).stem in table_words("ar", "words", "deaths")  # «مقتل أربعة عمال وإصابة تسعة»
    if of_origin or (len(groups) > 1 and groups[0][0].is_a("agent") and not died):
        event.subject, event.direct = tuple(groups[0]), groups[1] if len(groups) > 1 else []
    elif takes_object(event) and not actor_genitive(event, groups[0][0]) and not sets_about(event, groups[0][0]):
        event.direct = groups[0]
    elif event.predicates or event.classes:
        event.subject = tuple(groups[0])


def _in_company(parse: Parse, event: Event, phrase: Phrase) -> bool:
    """Whether a phrase is the noun that a fixed phrase of a verb needs beside its object: «أودعه السجن»."""
    beside = [p for p in event.predicates if p.company and "direct" in p.roles.get("object", ())]
    near = {word.stem for word in parse.words[phrase.first : phrase.last]}
    return any(phrase.is_a(*p.company) or not near.isdisjoint(p.company) for p in beside)


def _of_whatever(parse: Parse, phrase: Phrase) -> bool:
    """Whether a phrase behind a preposition was read as an object: «ما لديهم من ليرات»."""
    return any(other is phrase and unit.preposition for other, unit in zip(parse.phrases, parse.units, strict=True))


def _suffered(event: Event) -> bool:
    return any(predicate.type in _SUFFERED or predicate.type == "charge" for predicate in event.predicates)


def _hand_on(parse: Parse, event: Event, groups: list[list[Phrase]]) -> None:
    """«كسب من تأجير الشاحنات زهاء 70 ألف دولار»: a sum behind an act in one of a verb's roles is the verb's object."""
    verb = parse.events[event.governor] if event.governor is not None else None
    if verb is None or verb.form != "verb" or parse.units[event.unit].preposition is None or verb.direct:
        return
    wanted = {kind for each in verb.predicates for kind in (*each.company, *_object_kinds(each))} - {"agent", "other"}
    for group in groups:
        taken = group[0] in (*event.subject, *event.direct) or any(group[0] is phrase for _, phrase in event.marked)
        if group[0].is_a("money_amount", *wanted) and not taken and takes_object(verb):
            verb.direct = group
            return


def _object_kinds(predicate: Predicate) -> Iterator[str]:
    if "direct" in predicate.roles.get("object", ()):
        yield from (kind for need in predicate.needs for kind in need.get("object", ()))
