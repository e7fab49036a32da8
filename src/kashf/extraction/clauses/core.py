"""Core arguments: the phrases without preposition that follow an event, and what stands before a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.extraction.clauses.before_comma import across_comma, behind_having
from kashf.extraction.clauses.before_verb import act_within, back_to_subject, in_company, inverted, past_owner
from kashf.extraction.clauses.case_agreement import goes_by_case
from kashf.extraction.clauses.commas import goes_on_behind
from kashf.extraction.clauses.controlling import passive_infinitive
from kashf.extraction.clauses.events import Event, Phrase, takes_object
from kashf.extraction.clauses.heads import (
    attack_head,
    far_head,
    hangs_on,
    is_genitive,
    opens,
    past_modifiers,
    predicated,
    taken_up,
)
from kashf.extraction.clauses.list_commas import alike, both_things
from kashf.extraction.clauses.owned_acts import is_subject, opens_own_clause, owned_act
from kashf.extraction.clauses.parse import SKIPPED, Parse
from kashf.extraction.clauses.passing import (
    CLAUSE_ENDS,
    act_done,
    act_for_object,
    but_for,
    in_their_hands,
    of_whatever,
    past_infinitive,
    past_kind,
    past_told,
    says_how,
)
from kashf.extraction.clauses.relatives import (
    antecedent_of,
    antecedent_of_object,
    led_antecedent,
    only_places,
    past_bare_clause,
    past_relative,
    past_relative_clause,
)

__all__ = ["follows_directly", "read_after", "read_before"]


def read_after(parse: Parse, event: Event) -> None:
    """Collects the phrases without preposition that follow an event in its clause, each with what is joined to it."""
    groups: list[list[Phrase]] = []
    extending: list[Phrase] | None = None
    marked: Phrase | None = None
    for index in _clause_after(parse, event):
        unit, phrase = parse.units[index], parse.phrases[index]
        if phrase is None or unit.kind != "phrase" or says_how(parse, phrase):
            continue
        if _parted(parse, event, index, groups):
            break
        if unit.preposition is not None:
            extending, marked = None, phrase
        elif _of_act_between(parse, event, index):
            continue
        elif marked is not None and parse.kind(index - 1) == "including":
            continue  # a member of what stands behind the preposition
        elif parse.joins(index) and marked is not None and _rather_marked(parse, index, groups, marked):
            continue
        elif parse.joins(index):
            _extend(parse, event, index, extending or (groups[-1] if groups else None))
        elif not phrase.is_a("time") or phrase.figure is not None:
            extending, marked = [owned_act(parse, event, index) or phrase], None
            groups.append(extending)
            parse.used.add(index)
    groups.extend([phrase] for phrase in _otherwise_told(parse, event, bool(groups)))
    parse.core[event.index] = groups
    event.that = _clause_subject(parse, event)


def _parted(parse: Parse, event: Event, index: int, groups: list[list[Phrase]]) -> bool:
    """Whether what is found on somebody begins a clause of its own; not where no more than who acts has been told
    behind a verb: «ضبطت الجهات الأمنية بحوزتهم أسلحة»."""
    told = len(groups) == 1 and all(phrase.is_a("state", "organisation") for phrase in groups[0])
    return in_their_hands(parse, index) and not (event.form == "verb" and told and takes_object(event))


def _otherwise_told(parse: Parse, event: Event, told: bool) -> Iterator[Phrase]:
    """What an event is told of though no plain phrase stands behind it; `told`: one does."""
    grammar = parse.knowledge.book.grammar
    if not grammar.subject_first:
        done = tuple(act_done(parse, event))
        yield from done
        yield from of_whatever(parse, event) if not (told or done) else ()
    elif not told:
        yield from act_for_object(parse, event)


def _rather_marked(parse: Parse, index: int, groups: list[list[Phrase]], marked: Phrase) -> bool:
    """Whether a joined phrase is rather one more behind a preposition: «services for Hamas, the Taliban and …»."""
    if not parse.knowledge.book.grammar.subject_first or not groups:
        return False
    phrase, head = parse.phrases[index], groups[-1][0]
    things = phrase is not None and both_things(phrase, head)  # «seized cash in small notes, a rifle and two phones»
    return alike(phrase, marked) and not things and not parse.alike(index, head)


def _extend(parse: Parse, event: Event, index: int, group: list[Phrase] | None) -> None:
    """Adds a joined phrase to the list before it, unless it is rather a member of a list before the event."""
    phrase = parse.phrases[index]
    if group is None or phrase is None or opens_own_clause(parse, index):
        return
    before, grammar = parse.units[index - 1], parse.knowledge.book.grammar
    member = _is_member(parse, index, group)
    said = before.preposition is None or (grammar.subject_first and before.preposition in grammar.part_of)
    beside = before.kind in ("phrase", "including") and said
    by_case = grammar.cases and goes_by_case(parse, index, group[0])
    earlier = [p for p in parse.phrases[max(0, event.unit - 3) : event.unit] if p is not None]
    if (
        member
        or by_case
        or (beside and parse.knowledge.book.grammar.subject_first)
        or (beside and not any(parse.alike(index, before) for before in earlier))
    ):
        group.append(phrase)
        parse.used.add(index)


def _is_member(parse: Parse, index: int, group: Sequence[Phrase]) -> bool:
    """Whether a phrase is like those of a list: of one kind, both things, or both counted."""
    phrase, head = parse.phrases[index], group[0]
    if phrase is None or parse.alike(index, head) or both_things(phrase, head):
        return phrase is not None
    european = parse.knowledge.book.grammar.subject_first
    return (european and alike(phrase, head)) or (phrase.figure is not None and group[-1].figure is not None)


def _clause_after(parse: Parse, event: Event) -> Iterator[int]:
    """The units of an event's clause to its right."""
    index = event.unit + 1
    while index < len(parse.units):
        kind = parse.kind(index)
        if kind == "source":
            index = _past_source(parse, index)
            continue
        if kind == "excluding":
            index += 1 if but_for(parse, index) else 2
            continue
        if behind := past_told(parse, index) if kind == "relative" else past_kind(parse, event, index):
            index = behind
            continue
        if kind == "comma":
            closing = parse.insertion_end(index)
            if closing:
                index = closing + 1
                continue
            if not goes_on_behind(parse, event, index):
                return
        elif (
            _predicates(parse, event, index)
            or kind in CLAUSE_ENDS
            or (kind == "event" and not _passed(parse, event, index))
        ):
            return
        yield index
        index += 1


def _predicates(parse: Parse, event: Event, index: int) -> bool:
    """«The smuggling is only one way»: behind a named act a helping verb tells of the act, and is none of its own."""
    if event.form != "noun" or parse.kind(index) != "particle":
        return False
    return parse.helps(index)


def _passed(parse: Parse, event: Event, index: int) -> bool:
    """Whether an event is no end of another's clause: it describes a noun, or belongs to a fixed phrase of the verb."""
    described = _in_passing(parse, index) or bool(parse.noun_described(index))
    return described or in_company(parse, event, index) or _act_between(parse, event, index)


def _act_between(parse: Parse, event: Event, index: int) -> bool:
    """« tire du trafic de charbon 7 millions », «зарабатывает на перевозках угля до 3 млн»: an act named behind a
    preposition, behind which the object of a verb of French or Russian still may stand."""
    act, grammar = parse.by_unit.get(index), parse.knowledge.book.grammar
    named = act is not None and act.form == "noun" and parse.word(act).category in ("noun", "unknown")
    led = parse.units[index].preposition is not None and not parse.units[index].conjoined
    return named and led and event.form == "verb" and grammar.subject_first and not grammar.head_last


def _of_act_between(parse: Parse, event: Event, index: int) -> bool:
    """Whether a phrase stands right behind a Russian act that the verb's clause goes past, as its genitive."""
    own = index - 1 > event.unit and parse.kind(index - 1) == "event"
    return own and parse.knowledge.book.grammar.cases and "gen" in parse.units[index].cases


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
    if passive_infinitive(parse, event) or behind_having(parse, event):
        return
    index = _past_emphasis(parse, parse.skip_back(event.unit - 1))
    if index < 0 and not parse.noun_described(event.unit):
        return
    if event.form == "participle":
        noun = parse.noun_described(event.unit)
        event.antecedent = parse.with_joined_before(noun)[-1:] if noun else _described(parse, event, index)
    elif parse.kind(index) == "relative":
        event.antecedent = () if only_places(parse, index) else antecedent_of(parse, index)
        event.marked.extend(led_antecedent(parse, index))
    elif index == event.unit - 1 and parse.carries(index):
        helping = parse.by_unit[index]
        event.antecedent = helping.antecedent
        if helping.steers("be") and _acts(helping.subject) and not parse.knowledge.book.grammar.subject_first:
            event.subject = helping.subject  # «الفصيل كان يبتز التجار»
    elif event.form == "verb" and parse.kind(index) == "event" and parse.carries(index):
        helping = parse.by_unit[index]
        event.subject, event.antecedent = helping.subject, helping.antecedent  # «الأجهزة كانت قد أغلقت»
    elif event.form == "verb" and (helped := _behind_helper(parse, index)):
        event.subject = parse.with_joined_before(helped)  # «الحقل الذي كان المسلحون قد استولوا عليه»
        event.antecedent = parse.by_unit[helped - 1].antecedent
    elif event.form == "verb":
        _read_subject(parse, event, index)


def _acts(phrases: Sequence[Phrase]) -> bool:
    return bool(phrases) and all(phrase.is_a("agent") for phrase in phrases)


def _behind_helper(parse: Parse, index: int) -> int:
    """The subject between an Arabic helping verb and its verb, past how long or where; 0 where none stands there."""
    while index > 0 and parse.kind(index) == "phrase" and parse.units[index].preposition:
        index -= 1
    if parse.knowledge.book.grammar.subject_first or parse.kind(index) != "phrase":
        return 0
    helper, phrase = parse.by_unit.get(index - 1), parse.phrases[index]
    if helper is None or helper.form != "verb" or not helper.steers("be", "go_on"):
        return 0
    relative = bool(helper.antecedent) and helper.steers("be")
    return index if relative or (phrase is not None and phrase.is_a("agent")) else 0  # «كان الفصيل يبتز التجار»


def _past_emphasis(parse: Parse, index: int) -> int:
    """«The lawyer was himself indicted»: a reflexive right before a verb stands for nobody new."""
    reflexive = index >= 0 and parse.units[index].pronoun.endswith(("self", "selves"))
    return parse.skip_back(index - 1) if reflexive else index


def _described(parse: Parse, event: Event, index: int) -> tuple[Phrase, ...]:
    """The noun a participle says more of: right before it, or across a comma in languages that write one there."""
    above = parse.by_unit.get(event.unit - 1)
    if above is not None and above.lemma == "voir":
        return above.subject  # « s'est vu privé de ses revenus »
    if parse.knowledge.book.grammar.subject_first and parse.kind(event.unit - 1) == "comma":
        return across_comma(parse, event)
    if parse.knowledge.splitter is not None and (head := predicated(parse, event, index)):
        return head
    owner = past_owner(parse, event, index)
    reach, index = (3 if owner != index else 2), owner
    index -= event.passive and _only_says_where(parse, index)
    close = parse.kind(index) == "phrase" and index >= event.unit - reach and not _told_further(parse, event)
    return parse.with_joined_before(index) if close else ()


def _only_says_where(parse: Parse, index: int) -> bool:
    """«an agent in Misrata named in the bill»: whether a phrase says where the noun before it is."""
    phrase = parse.phrases[index] if index >= 0 else None
    placed = phrase is not None and phrase.is_a("place") and parse.units[index].preposition is not None
    noun_before = parse.kind(index) == "phrase" and parse.kind(index - 1) == "phrase"
    return placed and noun_before and parse.knowledge.book.grammar.head_last


def _told_further(parse: Parse, event: Event) -> bool:
    """«detained in Cairo and sentenced to death»: a participle joined to another is of the same noun."""
    before = parse.events[event.index - 1] if event.index else None
    french = not (parse.knowledge.book.grammar.head_last or parse.knowledge.book.grammar.cases)
    listed = french and before is not None and before.form == "participle" and before.passive
    return event.conjoined and (parse.knowledge.book.grammar.head_last or listed)


def _read_subject(parse: Parse, event: Event, index: int) -> None:
    european = parse.knowledge.book.grammar.subject_first
    if european and (past_infinitive(parse, event) or (parse.kind(index) != "phrase" and inverted(parse, event))):
        return
    index = back_to_subject(parse, index) if european else index
    if european and (head := past_relative(parse, event, index)):
        event.subject = head
        return
    if not european and (head := past_relative_clause(parse, event, index) or past_bare_clause(parse, event, index)):
        event.subject = head
        return
    if not european and (far := attack_head(parse, event, index) or far_head(parse, event, index)) is not None:
        event.antecedent = (far,)
        return
    if parse.kind(index) == "phrase" and not is_genitive(parse, index):
        _read_phrase_before(parse, event, index if is_subject(parse, index) else past_modifiers(parse, index))
    if european and not event.subject and not event.conjoined:
        event.subject = _act_before(parse, index)


def _act_before(parse: Parse, index: int) -> tuple[Phrase, ...]:
    """A named act with its arguments as the subject: «Le trafic de captagon rapporte …»."""
    while index > 0 and (parse.kind(index) == "phrase" or act_within(parse, index)):
        index -= 1
    event, phrase = parse.by_unit.get(index), parse.phrases[index] if index >= 0 else None
    named = event is not None and event.form == "noun" and parse.words[event.word].category in ("noun", "unknown")
    owned = parse.kind(index - 1) == "phrase" and parse.units[index - 1].preposition is None
    opens = parse.opens_clause(index - owned)  # «The Pentagon's strikes on … have targeted»
    led = index >= 0 and parse.units[index].preposition is not None  # «При взрыве погибли …»
    opens = opens or "nom" in parse.words[parse.units[max(index, 0)].first].cases  # «Из-за ударов добыча упала»
    return (phrase,) if named and phrase is not None and opens and not led else ()


def _read_phrase_before(parse: Parse, event: Event, index: int) -> None:
    unit, phrase = parse.units[index], parse.phrases[index]
    if unit.pronoun and unit.pronoun in parse.knowledge.closed("words", "never_subjects"):
        return
    if parse.words[unit.first].norm in parse.knowledge.book.grammar.predicated:
        return  # « reconnu coupable d'avoir aidé »
    if phrase is None or event.conjoined:
        return  # «sold oil and bought arms», «اشترت سيارات وشحنتها»: what stands before belongs to the other verb
    if taken_up(parse, event, index, phrase):
        event.antecedent = (phrase,)
    elif unit.preposition is None and (opens(parse, index) or parse.knowledge.book.grammar.subject_first):
        event.subject = parse.subject_at(index)
        if parse.knowledge.book.grammar.subject_first:
            event.antecedent = antecedent_of_object(parse, event, index)
            event.marked.extend(led_antecedent(parse, parse.skip_back(index - 1)))
        _release(parse, event, event.subject[-1])
    elif hangs_on(parse, event, index, phrase):
        event.antecedent = (phrase,)


def _release(parse: Parse, owner: Event, phrase: Phrase) -> None:
    """A phrase that turns out to be a subject is no argument of an event before it; what it is joined to stays one."""
    keeps = parse.knowledge.book.grammar.head_last
    for number, groups in parse.core.items():
        if number != owner.index:
            kept = (group[: group.index(phrase)] if keeps and phrase in group else group for group in groups)
            groups[:] = [group for group in kept if group and phrase not in group]


def follows_directly(parse: Parse, event: Event, group: Sequence[Phrase]) -> bool:
    """Whether a group stands right behind an event, as a genitive does."""
    index = event.unit + 1
    while parse.kind(index) in SKIPPED and index < len(parse.units):
        index += 1
    return index < len(parse.units) and parse.phrases[index] is group[0]
