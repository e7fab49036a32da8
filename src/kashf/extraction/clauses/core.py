"""Core arguments: the phrases without preposition that follow an event, and what stands before a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.extraction.clauses.agreeing import agrees, person_of
from kashf.extraction.clauses.before_verb import act_within
from kashf.extraction.clauses.describing import past_described
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.heads import attack_head, far_head, hangs_on, is_genitive, past_modifiers, taken_up
from kashf.extraction.clauses.parse import BARRIERS, SKIPPED, Parse
from kashf.extraction.clauses.units_european import alike
from kashf.extraction.words.word import Word

__all__ = ["follows_directly", "read_after", "read_before"]

_CLAUSE_ENDS = frozenset({"stop", "connective", "contrast", "inference", "complementiser", "relative", "negator"})
_DUAL_RELATIVES = frozenset({"اللذان", "اللذين", "اللتان", "اللتين"})
_PEOPLE_RELATIVES = frozenset({"الذين", "ممن"})
_THING_RELATIVES = frozenset({"that", "which", "qui"})
_PERSONAL_RELATIVES = frozenset({"who", "whom"})
_POINTING = frozenset({"ceux", "celui", "celle", "celles", "those", "те", "тот", "та"})
"""Pronouns that a relative clause says more of."""
RELATIVE_CLAUSE = 8
"""Units of a relative clause without commas that may stand between a subject and its verb."""
_RELATIVE_REACH = 7
"""Units back from a relative pronoun within which its noun stands."""


def read_after(parse: Parse, event: Event) -> None:
    """Collects the phrases without preposition that follow an event in its clause, each with what is joined to it."""
    groups: list[list[Phrase]] = []
    extending: list[Phrase] | None = None
    marked: Phrase | None = None
    for index in _clause_after(parse, event):
        unit, phrase = parse.units[index], parse.phrases[index]
        if phrase is None or unit.kind != "phrase":
            continue
        if _in_their_hands(parse, index):
            break
        if unit.preposition is not None:
            extending, marked = None, phrase
        elif marked is not None and parse.kind(index - 1) == "including":
            continue  # a member of what stands behind the preposition
        elif parse.joins(index) and marked is not None and _rather_marked(parse, index, groups, marked):
            continue
        elif parse.joins(index):
            _extend(parse, event, index, extending or (groups[-1] if groups else None))
        elif not phrase.is_a("time") or phrase.figure is not None:
            extending, marked = [phrase], None
            groups.append(extending)
            parse.used.add(index)
    if not parse.knowledge.book.grammar.subject_first:
        groups.extend([phrase] for phrase in _act_done(parse, event))
        if not groups:
            groups.extend([phrase] for phrase in _of_whatever(parse, event))
    parse.core[event.index] = groups
    event.that = _clause_subject(parse, event)


def _act_done(parse: Parse, event: Event) -> Iterator[Phrase]:
    """«حظرت البيع بالدولار», «خفضت الغارات الإنتاج»: an act as the object of a verb that a predicate wants there."""
    index = event.unit + 1
    while parse.kind(index) in SKIPPED or (parse.kind(index) == "phrase" and not parse.units[index].preposition):
        index += 1
    phrase = parse.phrases[index] if index < len(parse.units) else None
    plain = index < len(parse.units) and not (parse.units[index].preposition or parse.units[index].conjoined)
    if event.form != "verb" or phrase is None or phrase.event is None or not plain:
        return
    wanted = {
        kind
        for each in event.predicates
        if "direct" in each.roles.get("object", ())
        for need in each.needs
        for kind in need.get("object", ())
    }
    if any(kind.startswith("act") and phrase.is_a(kind) for kind in wanted):
        yield phrase


def _of_whatever(parse: Parse, event: Event) -> Iterator[Phrase]:
    """«استبدال ما لديهم من ليرات»: what somebody has of a thing is the thing."""
    index = event.unit + 1
    while parse.kind(index) in SKIPPED or (parse.kind(index) == "phrase" and parse.units[index].preposition):
        index += 1
    if parse.kind(index) != "relative" or parse.words[parse.units[index].first].norm != "ما":
        return
    for behind in range(index + 1, min(index + RELATIVE_CLAUSE, len(parse.units))):
        phrase = parse.phrases[behind]
        if parse.kind(behind) in _CLAUSE_ENDS or parse.kind(behind) == "comma":
            return
        if phrase is not None and parse.units[behind].preposition == "من" and not phrase.pronoun:
            yield phrase
            return


def _in_their_hands(parse: Parse, index: int) -> bool:
    """«أوقفت ثلاثة أشخاص بحوزتهم مليون يورو»: what is found on somebody stands in a clause of its own."""
    word = parse.words[parse.units[index].first]
    return bool(word.split.ending) and word.stem in parse.knowledge.closed("words", "on_somebody")


def _rather_marked(parse: Parse, index: int, groups: list[list[Phrase]], marked: Phrase) -> bool:
    """Whether a joined phrase is rather one more behind a preposition: «services for Hamas, the Taliban and …»."""
    if not parse.knowledge.book.grammar.subject_first or not groups:
        return False
    return alike(parse.phrases[index], marked) and not parse.alike(index, groups[-1][0])


def _extend(parse: Parse, event: Event, index: int, group: list[Phrase] | None) -> None:
    """Adds a joined phrase to the list before it, unless it is rather a member of a list before the event."""
    phrase = parse.phrases[index]
    if group is None or phrase is None:
        return
    alike = parse.alike(index, group[0]) or (phrase.figure is not None and group[-1].figure is not None)
    before, grammar = parse.units[index - 1], parse.knowledge.book.grammar
    said = before.preposition is None or (grammar.subject_first and before.preposition in grammar.part_of)
    beside = before.kind in ("phrase", "including") and said
    earlier = [p for p in parse.phrases[max(0, event.unit - 3) : event.unit] if p is not None]
    if (
        alike
        or (beside and parse.knowledge.book.grammar.subject_first)
        or (beside and not any(parse.alike(index, before) for before in earlier))
    ):
        group.append(phrase)
        parse.used.add(index)


def _clause_after(parse: Parse, event: Event) -> Iterator[int]:
    """The units of an event's clause to its right."""
    index = event.unit + 1
    while index < len(parse.units):
        kind = parse.kind(index)
        if kind == "source":
            index = _past_source(parse, index)
            continue
        if kind == "excluding":
            index += 1 if _but_for(parse, index) else 2
            continue
        if (behind := _past_told(parse, index) if kind == "relative" else _past_kind(parse, event, index)):
            index = behind
            continue
        if kind == "comma":
            closing = parse.insertion_end(index)
            if closing:
                index = closing + 1
                continue
            if not _goes_on(parse, index):
                return
        elif (
            _predicates(parse, event, index)
            or kind in _CLAUSE_ENDS
            or (kind == "event" and not _in_passing(parse, index))
        ):
            return
        yield index
        index += 1


def _but_for(parse: Parse, index: int) -> bool:
    """«لم تدفع سوى 400 ألف»: behind a negation what is excepted is what the clause tells."""
    arabic = not parse.knowledge.book.grammar.subject_first
    return arabic and any(parse.kind(back) == "negator" for back in range(index))


def _past_kind(parse: Parse, event: Event, index: int) -> int:
    """«أحالت هيئة مكافحة الفساد المدير»: behind a verb, what only says what kind of body acts; 0 for anything else."""
    told = event.form == "verb" and index > event.unit + 1 and not parse.knowledge.book.grammar.subject_first
    return past_described(parse, index) if told else 0


def _past_told(parse: Parse, relative: int) -> int:
    """«تدر المحاجر التي تديرها الميليشيا مليون دولار»: behind an Arabic relative clause that wants no more objects.

    That is one whose verb takes its noun up again and has its subject, or takes none. 0 where the clause goes on.
    """
    event = parse.by_unit.get(relative + 1)
    if parse.knowledge.book.grammar.subject_first or event is None or event.form != "verb":
        return 0
    resumed = bool(parse.word(event).split.ending)
    if not resumed and event.predicates:
        return 0
    index = event.unit + 1
    bare = 0
    while parse.kind(index) in ("phrase", "adverb"):
        phrase, unit = parse.phrases[index], parse.units[index]
        if unit.preposition is None and phrase is not None and not unit.conjoined and not parse.is_time(index):
            if bare == resumed:
                return index
            bare += 1
        index += 1
    return 0


def _predicates(parse: Parse, event: Event, index: int) -> bool:
    """«The smuggling is only one way»: behind a named act a helping verb tells of the act, and is none of its own."""
    if event.form != "noun" or parse.kind(index) != "particle":
        return False
    return parse.helps(index)


def _in_passing(parse: Parse, index: int) -> bool:
    """«هاجمت الميليشيات المدعومة من إيران قاعدة»: an Arabic participle only says more of the noun before it."""
    event = parse.by_unit.get(index)
    described = event is not None and event.form == "participle" and parse.kind(index - 1) == "phrase"
    return described and not parse.units[index].conjoined and not parse.knowledge.book.grammar.subject_first


def _past_source(parse: Parse, index: int) -> int:
    """Behind «بحسب فلان»، and the comma that closes it."""
    index = first = index + 1
    while parse.kind(index) not in ("comma", "stop") and (parse.kind(index) != "event" or index == first):
        following = parse.units[index + 1] if index + 1 < len(parse.units) else None
        if parse.kind(index) == "phrase" and following is not None and following.preposition:
            return index + 1
        index += 1
    return index + 1 if parse.kind(index) == "comma" else index


def _goes_on(parse: Parse, comma: int) -> bool:
    """Whether a clause goes on behind a comma: with «including», a source, or a phrase behind a preposition."""
    if comma + 1 >= len(parse.units):
        return False
    following = parse.units[comma + 1]
    if following.kind in ("including", "excluding", "source"):
        return True
    if following.kind == "phrase" and parse.words[following.first].accusative:
        return True  # «شملت العقوبات، أيضا، وسيطاً»: an object by its ending
    return following.kind == "phrase" and following.preposition is not None and not following.conjoined


def _clause_subject(parse: Parse, event: Event) -> tuple[Phrase, ...]:
    """The subject of the clause behind «أن», with what is joined to it."""
    index = event.unit + 1
    while parse.kind(index) in ("phrase", "quote", "adverb") and index < len(parse.units):
        index += 1
    if parse.kind(index) != "complementiser":
        return ()
    group: list[Phrase] = []
    for position in range(index + 1, len(parse.units)):
        unit, phrase = parse.units[position], parse.phrases[position]
        if unit.kind != "phrase" or phrase is None or unit.preposition is not None or (group and not unit.conjoined):
            break
        group.append(phrase)
    return tuple(group)


def read_before(parse: Parse, event: Event) -> None:
    """Finds the subject before a verb, and the noun that a relative clause or participle hangs on."""
    index = parse.skip_back(event.unit - 1)
    if index < 0:
        return
    if event.form == "participle":
        event.antecedent = _described(parse, event, index)
    elif parse.kind(index) == "relative":
        event.antecedent = () if _places(parse, index) else _antecedent(parse, index)
    elif index == event.unit - 1 and parse.carries(index):
        event.antecedent = parse.by_unit[index].antecedent
    elif event.form == "verb" and parse.kind(index) == "event" and parse.carries(index):
        helping = parse.by_unit[index]
        event.subject, event.antecedent = helping.subject, helping.antecedent  # «الأجهزة كانت قد أغلقت»
    elif event.form == "verb" and _behind_helper(parse, index):
        event.subject = parse.with_joined_before(index)  # «الحقل الذي كان المسلحون قد استولوا عليه»
        event.antecedent = parse.by_unit[index - 1].antecedent
    elif event.form == "verb":
        _read_subject(parse, event, index)


def _behind_helper(parse: Parse, index: int) -> bool:
    """Whether the subject of a relative clause stands between its helping verb and its verb."""
    if parse.knowledge.book.grammar.subject_first or parse.kind(index) != "phrase" or parse.units[index].preposition:
        return False
    helper = parse.by_unit.get(index - 1)
    return helper is not None and helper.steers("be") and bool(helper.antecedent)


def _described(parse: Parse, event: Event, index: int) -> tuple[Phrase, ...]:
    """The noun a participle says more of: right before it, or across a comma in languages that write one there."""
    if parse.knowledge.book.grammar.subject_first and parse.kind(event.unit - 1) == "comma":
        if not event.passive and not parse.knowledge.book.grammar.cases:
            return ()  # «…, moving the money …»: what the subject of the clause does
        index = event.unit - 2
        while index > 0 and parse.units[index].preposition in parse.knowledge.book.grammar.part_of:
            index -= 1  # « l'émir du groupe, tué dans une frappe »
        return parse.with_joined_before(index) if parse.kind(index) == "phrase" else ()
    close = parse.kind(index) == "phrase" and index >= event.unit - 2
    return parse.with_joined_before(index) if close else ()


def _read_subject(parse: Parse, event: Event, index: int) -> None:
    european = parse.knowledge.book.grammar.subject_first
    if european and parse.kind(index) != "phrase" and _inverted(parse, event):
        return
    described = parse.by_unit.get(index) if european else None
    while described is not None and described.form == "participle":
        index -= 1  # « 20 kilos d'or non déclarés ont été introduits »
        described = parse.by_unit.get(index)
    if european and (head := _past_relative(parse, event, index)):
        event.subject = head
        return
    if not european and (head := _past_relative_clause(parse, event, index)):
        event.subject = head
        return
    if not european and (far := attack_head(parse, event, index) or far_head(parse, event, index)) is not None:
        event.antecedent = (far,)
        return
    if parse.kind(index) == "phrase" and not is_genitive(parse, index):
        _read_phrase_before(parse, event, past_modifiers(parse, index))
    if european and not event.subject and not event.conjoined:
        event.subject = _act_before(parse, index)


def _past_relative(parse: Parse, event: Event, index: int) -> tuple[Phrase, ...]:
    """«The group that murdered the journalist had demanded …»: the verb behind a relative clause has its head."""
    for back in range(index, max(-1, index - RELATIVE_CLAUSE), -1):
        other = parse.by_unit.get(back)
        if other is None and parse.kind(back) == "relative" and parse.kind(back + 1) == "particle":
            return _head_before(parse, back)  # «assets of these persons that are in the country are blocked»
        if other is None and parse.kind(back) in BARRIERS | {"comma", "relative"}:
            return ()
        if other is None or other.form != "verb":
            continue
        told = parse.kind(parse.skip_back(back - 1)) == "relative" and not other.steers("say")
        left_out = bool(other.subject) and bool(other.antecedent)  # «assets they hold abroad are frozen»
        return other.antecedent if (told or left_out) and not event.conjoined else ()
    return ()


def _past_relative_clause(parse: Parse, event: Event, index: int) -> tuple[Phrase, ...]:
    """«المعبر الذي تديره الهيئة يدر عليها الملايين»: the verb behind an Arabic relative clause has its head."""
    for back in range(index, max(-1, index - RELATIVE_CLAUSE), -1):
        if parse.kind(back) in BARRIERS | {"comma"}:
            return ()
        if parse.kind(back) == "relative":
            told = parse.by_unit.get(back + 1)
            if told is None or told.form != "verb" or event.conjoined or told.steers("be", "begin"):
                return ()
            return told.antecedent if agrees(person_of(event, parse.words), told.antecedent, parse.words) else ()
    return ()


def _head_before(parse: Parse, relative: int) -> tuple[Phrase, ...]:
    """The noun before a relative, past what prepositions say of it, with what it is joined to."""
    back = relative - 1
    while parse.kind(back) == "phrase" and parse.units[back].preposition is not None:
        back -= 1
    return parse.with_joined_before(back) if parse.kind(back) == "phrase" else ()


def _inverted(parse: Parse, event: Event) -> bool:
    """«…, révèle un audit»: behind a comma a verb of speech has its subject behind it."""
    behind = parse.units[event.unit + 1] if event.unit + 1 < len(parse.units) else None
    led = parse.kind(event.unit - 1) == "comma" and event.steers("say")
    if led and parse.knowledge.book.grammar.cases and (behind is None or behind.preposition is not None):
        return True  # «…, сообщили в ведомстве»
    if not led or behind is None or behind.kind != "phrase" or behind.preposition is not None:
        return False
    further = event.unit + 2
    while parse.kind(further) in SKIPPED | {"negator"} and further < len(parse.units):
        further += 1
    return parse.kind(further) != "event"  # «…, said the militants had sold»: the phrase has a verb of its own


def _act_before(parse: Parse, index: int) -> tuple[Phrase, ...]:
    """A named act with its arguments as the subject: «Le trafic de captagon rapporte …»."""
    while index > 0 and (parse.kind(index) == "phrase" or act_within(parse, index)):
        index -= 1
    event, phrase = parse.by_unit.get(index), parse.phrases[index] if index >= 0 else None
    named = event is not None and event.form == "noun" and parse.words[event.word].category in ("noun", "unknown")
    owned = parse.kind(index - 1) == "phrase" and parse.units[index - 1].preposition is None
    opens = parse.opens_clause(index - owned)  # «The Pentagon's strikes on … have targeted»
    led = index >= 0 and parse.units[index].preposition is not None  # «При взрыве погибли …»
    return (phrase,) if named and phrase is not None and opens and not led else ()


def _read_phrase_before(parse: Parse, event: Event, index: int) -> None:
    unit, phrase = parse.units[index], parse.phrases[index]
    if unit.pronoun and unit.pronoun in parse.knowledge.closed("words", "never_subjects"):
        return
    if phrase is None or (parse.knowledge.book.grammar.subject_first and event.conjoined):
        return  # «sold oil and bought arms»: what stands before «and» belongs to the other verb
    if taken_up(parse, event, index, phrase):
        event.antecedent = (phrase,)
    elif unit.preposition is None and (parse.opens_clause(index) or parse.knowledge.book.grammar.subject_first):
        event.subject = parse.with_joined_before(index)
        if parse.knowledge.book.grammar.subject_first:
            event.antecedent = _antecedent_of_object(parse, event, index)
        _release(parse, event, event.subject[-1])
    elif hangs_on(parse, event, index, phrase):
        event.antecedent = (phrase,)


def _antecedent_of_object(parse: Parse, event: Event, subject: int) -> tuple[Phrase, ...]:
    """«The plant, which the militia has run»: the noun a relative clause with a subject of its own hangs on."""
    relative = parse.skip_back(subject - 1)
    if parse.kind(relative) != "relative":
        return _without_relative(parse, event, subject)
    return () if _places(parse, relative) else _antecedent(parse, relative)


def _without_relative(parse: Parse, event: Event, subject: int) -> tuple[Phrase, ...]:
    """«the wells they once held»: English leaves the relative out where its clause has a subject of its own."""
    noun, phrase = parse.phrases[subject - 1] if subject else None, parse.phrases[subject]
    if not parse.knowledge.book.grammar.head_last or noun is None or phrase is None or parse.core[event.index]:
        return ()
    apart = parse.kind(subject - 1) != "phrase" or parse.units[subject].conjoined or noun.last != phrase.first
    opens = parse.units[subject - 1].preposition is not None and parse.opens_clause(subject - 1)
    return () if apart or opens or noun.pronoun or noun.is_a("time") else (noun,)


def _places(parse: Parse, relative: int) -> bool:
    """Whether a relative says where or whose («where», « dont », «где»), and so is neither subject nor object."""
    first = parse.units[relative].first
    led = first > 0 and parse.words[first - 1].category == "preposition"  # «through which», «по которой»
    return led or parse.words[first].norm in parse.knowledge.closed("words", "placing_relatives")


def _release(parse: Parse, owner: Event, phrase: Phrase) -> None:
    """A phrase that turns out to be a subject is no argument of an event before it."""
    for number, groups in parse.core.items():
        if number != owner.index:
            groups[:] = [group for group in groups if phrase not in group]


def _antecedent(parse: Parse, relative: int) -> tuple[Phrase, ...]:
    """The noun a relative pronoun takes up: the nearest before it that goes with the pronoun.

    «الأمر الذي» takes up the whole clause before it, and so no noun.
    """
    pronoun = parse.words[parse.units[relative].first].stem
    for back in range(relative - 1, max(-1, relative - _RELATIVE_REACH - 1), -1):
        kind = parse.kind(back)
        if kind in ("stop", "complementiser", "connective", "contrast", "inference"):
            break
        if kind != "phrase" or (back + 1 < relative and parse.units[back + 1].conjoined):
            continue
        if pronoun in _THING_RELATIVES and parse.units[back].preposition and _placed(parse, back):
            continue  # «a school in Peshawar that …»
        phrases = parse.with_joined_before(back)
        if phrases and parse.words[phrases[0].first].stem == "امر":
            return ()
        if _goes_with(pronoun, phrases, parse.words):
            return phrases
    return ()


def _placed(parse: Parse, index: int) -> bool:
    """Whether a phrase only says where the noun right before it is."""
    phrase = parse.phrases[index]
    bare = parse.kind(index - 1) == "phrase" and parse.units[index - 1].preposition is None
    return phrase is not None and phrase.is_a("place") and bare


def _goes_with(pronoun: str, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    if not phrases or (phrases[0].pronoun and words[phrases[0].first].norm not in _POINTING):
        return False
    if pronoun in _DUAL_RELATIVES:
        return len(phrases) == 2 or words[phrases[0].first].stem.endswith(("ين", "ان"))
    if pronoun in _PERSONAL_RELATIVES:
        return phrases[0].is_a("person", "persons", "people", "title", "group", "organisation")
    if pronoun in _PEOPLE_RELATIVES:
        return phrases[0].is_a("agent", "people", "persons", "counted")
    return True


def follows_directly(parse: Parse, event: Event, group: Sequence[Phrase]) -> bool:
    """Whether a group stands right behind an event, as a genitive does."""
    index = event.unit + 1
    while parse.kind(index) in SKIPPED and index < len(parse.units):
        index += 1
    return index < len(parse.units) and parse.phrases[index] is group[0]
