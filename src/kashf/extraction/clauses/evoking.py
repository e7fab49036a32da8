"""Words that are events though they are no verbs: verbal nouns, participles, and nouns that evoke a type of claim."""

from __future__ import annotations

from collections.abc import Sequence, Set

from kashf.domain.predicates import Predicate, broader_kinds
from kashf.extraction.clauses.participles import JOINING, NOMINAL_HEADS, participle_at_work
from kashf.extraction.knowledge import Knowledge
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words
from kashf.language.lexicon import Reading

__all__ = ["is_event", "noun_frames"]

ADJECTIVES = 3
"""Adjectives that may stand between a noun that evokes a claim and the preposition that it does so with."""
CLAUSE = 8
"""Words back from a noun within which the verb stands whose object it is."""
_PARTING = frozenset({"mark", "connective", "complementiser", "relative"})
_KINDS_OF_PLACE = frozenset({"facility", "site", "organisation", "activity", "document", "gathering"})
_LEVIES = frozenset({"levy", "tribute"})
_BODIES = frozenset({"state", "court", "organisation", "business"})
_PEOPLE = frozenset({"people", "persons"})
_AS = frozenset({"as", "as a", "comme", "en", "de"})
_PLACING = frozenset({"من", "في", "الي", "داخل", "خارج", "قرب"})
_THINGS = frozenset({"seal", "document", "money", "goods", "arms", "part", "information", "asset"})
_LIGHT = frozenset({"act"})
_ACTING_AS = "ك"
"""«العمل كوسيط بين …»: behind it an office is what somebody does."""
_UNCOVERING = frozenset({"disrupt", "investigate", "share"})
"""Types of claim about an act that stays one: «раскрыли продажу статуэток», « mis au jour la vente de »."""


def is_event(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """Whether a word that is no verb is an event all the same: a verbal noun or participle with a frame or a steer, or
    a noun that evokes a type of claim with what stands behind it."""
    word = words[index]
    if knowledge.book.grammar.cases and _listed_thing(words, index):
        return False
    if word.category == "verbal_noun" and word.reading is not None:
        return _act_at_work(words, index, word.reading, knowledge)
    if word.category == "participle" and word.reading is not None and not word.norm.endswith("ات"):
        return participle_at_work(words, index, word.reading, knowledge)
    if not noun_frames(word, knowledge):
        return False
    thing = _object_of_verb(words, index, knowledge)
    if knowledge.book.grammar.head_last and word.norm.endswith("ing") and _names_kind(words, index):
        return False  # «recruiting tools»
    if knowledge.splitter is None and (word.category == "title" or _office(word, knowledge)):
        return _said_of(words, index, knowledge) and _noun_at_work(words, index, knowledge)
    if knowledge.book.grammar.head_last and _says_how(word, knowledge):
        return False
    return _may_tell(word) and not thing and _noun_at_work(words, index, knowledge)


def _may_tell(word: Word) -> bool:
    """Whether a word is a noun that may evoke a claim: a title only as what somebody acts as («كوسيط»)."""
    return word.category in ("noun", "unknown") or (word.category == "title" and word.split.preposition == _ACTING_AS)


def _object_of_verb(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """Whether a noun right behind a verb is its object rather than an act."""
    behind = index > 0 and words[index - 1].category in ("verb", "verbal_noun") and not words[index].split.preposition
    return behind and not (knowledge.book.grammar.cases and _names_act(words[index], knowledge))


def _names_act(word: Word, knowledge: Knowledge) -> bool:
    """«раскрыли продажу статуэток»: whether a Russian noun, which has no article, may name an act right behind a verb;
    no charge that a verb rejects, and no go-between."""
    types = {frame.type for frame in noun_frames(word, knowledge)}
    return types.isdisjoint({"charge", "broker", "lead"}) and word.classes.isdisjoint(_PEOPLE)


def _says_how(word: Word, knowledge: Knowledge) -> bool:
    """«in sacks of rice», «a banned group»: an English word that only tells how much or of what sort."""
    sort = word.category == "unknown" and word.norm.endswith("ed")
    return sort or word.stem in knowledge.book.grammar.quantities


def _office(word: Word, knowledge: Knowledge) -> bool:
    """Whether a noun evokes no more than that somebody leads: «казначей»."""
    frames = noun_frames(word, knowledge)
    return bool(frames) and all(frame.type == "lead" for frame in frames)


def _said_of(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """Whether an office is told of somebody: behind a copula, or a comma and a name («Abou Nasser, trésorier de»)."""
    before = index - 1
    while before > 0 and words[before].category in ("demonstrative", "adverb", "negator"):
        before -= 1
    if knowledge.book.grammar.cases and words[index].cases == {"ins"} and _copula_behind(words, index, knowledge):
        return True  # «Казначеем группировки был …»
    if before < 1:
        return False
    if words[before].norm == ",":
        return words[before - 1].category in ("name", "unknown")
    return words[before].norm in knowledge.closed("words", "copulas")


def _copula_behind(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """Whether a copula stands behind a noun with what it is of, before anything parts them."""
    copulas = knowledge.closed("words", "copulas")
    for word in words[index + 1 : index + CLAUSE]:
        if word.norm in copulas:
            return True
        if word.category not in NOMINAL_HEADS and word.norm not in JOINING:
            return False
    return False


def _act_at_work(words: Sequence[Word], index: int, reading: Reading, knowledge: Knowledge) -> bool:
    word, grammar = words[index], knowledge.book.grammar
    act = word.stem if knowledge.splitter is not None else reading.lemma
    if word.stem in grammar.quantities and not _followed_by_for(words, index):
        return False  # «أعداد المقاتلين» is their number, «الإعداد لهجوم» the preparing of an attack
    if grammar.head_last and (_names_kind(words, index) or _listed(words, index)):
        return False
    if knowledge.splitter is not None and _needed(words, index, knowledge):
        return False
    if knowledge.splitter is not None and _is_thing(words, index):
        return False
    if knowledge.splitter is not None and _names_body(words, index):
        return False
    if knowledge.splitter is not None and _described_so(words, index):
        return _noun_at_work(words, index, knowledge)
    if act in knowledge.act_frames or _noun_at_work(words, index, knowledge):
        return True
    return bool(reading.classes) and (not reading.classes <= _LIGHT or _leads_to_act(words, index))


def _is_place(words: Sequence[Word], index: int) -> bool:
    """«فر من السجن»: what may be a place and stands behind a preposition of place is one."""
    noun = words[index].may_be("noun")
    led = index > 0 and words[index - 1].norm in _PLACING
    return led and noun is not None and "facility" in noun.classes


def _thing_described(words: Sequence[Word], index: int) -> bool:
    """«قطع أثرية»: what may be things and has a feminine adjective right behind it is things."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or words[index].may_be("noun") is None or words[index].norm.endswith("ه"):
        return False
    adjective = following.category == "unknown" and following.norm.endswith("يه") and not following.split.article
    return adjective and not words[index].split.article and not words[index].norm.endswith("ات")


def _is_thing(words: Sequence[Word], index: int) -> bool:
    return _thing_described(words, index) or _is_place(words, index) or _thing_alone(words, index)


def _thing_alone(words: Sequence[Word], index: int) -> bool:
    """«صادرت الشرطة القطع»: what may be goods, with an article and no genitive behind, is no act."""
    word, following = words[index], words[index + 1] if index + 1 < len(words) else None
    noun = word.may_be("noun") if word.split.article else None
    alone = following is None or following.category not in NOMINAL_HEADS or following.joined
    return noun is not None and "goods" in {k for each in noun.classes for k in broader_kinds(each)} and alone


def _names_body(words: Sequence[Word], index: int) -> bool:
    """«قاضي التحقيق», «شركة التحويل», «رسوم العبور», «سيارات رباعية الدفع»: a definite act right behind an indefinite
    body, office, levy or adjective only names it."""
    before, word = words[index - 1] if index else None, words[index]
    if before is None or before.definite or not word.split.article or word.split.preposition or word.joined:
        return False
    if before.norm in table_words("ar", "words", "measured_adjectives"):
        return True
    return before.category == "title" or (
        before.category == "noun" and not before.classes.isdisjoint(_BODIES | _LEVIES)
    )


def _noun_kinds(word: Word) -> frozenset[str]:
    noun = word.may_be("noun")
    return noun.classes if noun is not None else frozenset()


def _described_so(words: Sequence[Word], index: int) -> bool:
    """«تشكيل عصابي»: what may be a thing and has an adjective of sort right behind it is that thing, and no act."""
    word, following = words[index], words[index + 1] if index + 1 < len(words) else None
    if following is None or word.may_be("noun") is None or word.definite or word.norm.endswith("ه"):
        return False
    adjective = following.category == "unknown" and not following.split.lead and not following.definite
    return adjective and following.norm.endswith("ي")


def _needed(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """Whether an act is the noun that a fixed phrase needs, of a verb or of a verbal noun: «تم توجيه اتهامات إلى»."""
    word, before = words[index], words[index - 1] if index else None
    genitive = before is not None and before.category == "verbal_noun"
    if before is None or not genitive or word.split.preposition or word.split.article:
        return _needed_by_verb(words, index, knowledge)
    needed = _accompanies({word.stem, word.stem.removesuffix("ا")}, knowledge.act_frames.get(before.stem, ()))
    return needed or _needed_by_verb(words, index, knowledge)


def _needed_by_verb(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """«أصدرت المحكمة حكما»: the noun that a fixed phrase needs belongs to its verb."""
    word = words[index]
    led = index and words[index - 1].category == "preposition" and not words[index - 1].split.ending
    if word.split.preposition or word.split.article or led:
        return False
    plain = {word.stem, word.stem.removesuffix("ا")}
    for before in reversed(words[max(0, index - CLAUSE) : index]):
        if before.category in _PARTING and before.norm not in JOINING:
            return False
        if before.category == "verb" and before.reading is not None:
            lemmas = dict.fromkeys(reading.lemma for reading in before.readings if reading.category == "verb")
            told = [frame for lemma in lemmas for frame in knowledge.frames.get(lemma, ())]
            unseen = word.norm.endswith("ه") and "bribe" in _noun_kinds(word)  # «دفع رشوة»
            given = (word.accusative or unseen) and _takes(told, word)  # «تلقت دعما»
            return given or _accompanies(plain | word.classes, told)
    return False


def _accompanies(called: Set[str], frames: Sequence[Predicate]) -> bool:
    """Whether a noun, by the words and kinds it stands in tables by, is one that a fixed phrase needs."""
    return any(not called.isdisjoint(frame.company) for frame in frames)


_WHO_DO = frozenset({"network", "group", "business", "people", "persons"})


def _names_kind(words: Sequence[Word], index: int) -> bool:
    """«smuggling routes», «a training centre»: an act right before what it says the kind of is no event."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or following.category != "noun":
        return False
    doing = words[index].norm.endswith("ing") and index > 0
    if doing and words[index - 1].norm in ("a", "an"):
        return True  # «a shipping agent»
    ends = index + 2 >= len(words) or words[index + 2].category not in ("noun", "unknown", "title", "name")
    if doing and ends and following.norm == following.stem and not following.classes.isdisjoint(_WHO_DO):
        return True  # «the ruling family», «a cattle smuggling ring», but «recruiting fighters»
    place = bool(following.classes & _KINDS_OF_PLACE) and "money" not in following.classes  # «transferring funds»
    return place or following.classes == {"other"}


def _listed(words: Sequence[Word], index: int) -> bool:
    """«the fighters, training, and supplies»: an English act without object in a list of things is one of them."""
    before, behind = words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None
    if before is None or behind is None or not words[index].norm.endswith("ing"):
        return False
    things = {word.category for word in words[max(0, index - 3) : index]} & {"noun", "name", "demonstrative"}
    return before.norm == "," and behind.norm in (",", "and") and bool(things)


def _listed_thing(words: Sequence[Word], index: int) -> bool:
    """«изъяты наличные, печати, карты»: a Russian noun between the commas of a list that may be a thing is one."""
    before, behind = words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None
    if before is None or behind is None or before.norm != "," or words[index].classes.isdisjoint(_THINGS):
        return False
    return behind.norm in (",", ".")


def _followed_by_for(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].split.preposition == "ل"


def noun_frames(word: Word, knowledge: Knowledge) -> tuple[Predicate, ...]:
    """What a noun evokes, as it is written or in its plain form («دعما»)."""
    plain = word.reading.lemma if word.reading is not None else word.stem
    return knowledge.noun_frames.get(word.stem) or knowledge.noun_frames.get(plain, ())


def _noun_at_work(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    frames = noun_frames(words[index], knowledge)
    if not any(_at_work(words, index, predicate, knowledge) for predicate in frames):
        return False
    if knowledge.splitter is None and _PEOPLE & words[index].classes and _takes_part(words, index):
        return False
    return not _told_by_verb(words, index, knowledge)


def _takes_part(words: Sequence[Word], index: int) -> bool:
    """«sold it to middlemen for …»: somebody behind a preposition takes part, and is not told to be a go-between."""
    before = index - 1
    while before >= 0 and words[before].category in ("demonstrative", "quantifier", "unknown", "number"):
        before -= 1
    led = before >= 0 and words[before].category in ("preposition", "particle")  # «to» is a particle in English
    return led and words[before].norm not in _AS


def _told_by_verb(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """«فرضت الحكومة عقوبات على»: the verb before tells what is done, and the noun belongs to it."""
    if words[index].split.preposition or (index and words[index - 1].category == "preposition"):
        return index > 1 and _object_behind(words, index, knowledge)
    if knowledge.book.grammar.cases and index and words[index - 1].category == "noun":
        return False  # «канал контрабанды»: the genitive of what the verb is about
    for word in reversed(words[max(0, index - CLAUSE) : index]):
        if word.category in _PARTING and word.norm not in JOINING:
            return False
        if word.category == "verb" and word.reading is not None and word.reading.lemma in knowledge.frames:
            return _takes(_telling(word.reading.lemma, knowledge), words[index])
        if word.category == "verbal_noun" and word.stem in knowledge.act_frames:
            return _takes(knowledge.act_frames[word.stem], words[index])
    return False


def _telling(verb: str, knowledge: Knowledge) -> Sequence[Predicate]:
    """The predicates of a verb of which an act may be no more than the object."""
    frames = knowledge.frames[verb]
    plain = knowledge.splitter is None and not knowledge.book.grammar.head_last
    return [each for each in frames if each.type not in _UNCOVERING] if plain else frames


def _object_behind(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """«استولت الميليشيات على شحنات مساعدات»: a noun behind the preposition of the verb's object is that object."""
    if knowledge.splitter is None or words[index - 1].category != "preposition" or words[index].category != "noun":
        return False
    for word in reversed(words[max(0, index - CLAUSE) : index - 1]):
        if word.category in _PARTING:
            return False
        if word.category == "verb" and word.reading is not None:
            frames = knowledge.frames.get(word.reading.lemma, ())
            return any(words[index - 1].norm in frame.roles.get("object", ()) for frame in frames)
    return False


def _takes(frames: Sequence[Predicate], noun: Word) -> bool:
    """Whether a verb with these predicates is told of with such an object: «received donations from»."""
    classes = noun.classes.union(*(r.classes for r in noun.readings if r.category == "noun"))
    kinds = {kind for each in classes for kind in broader_kinds(each)} | {noun.stem}
    wanted = {kind for frame in frames for kind in frame.company}
    for frame in frames:
        direct = {role for role, places in frame.roles.items() if "direct" in places or "subject" in places}
        wanted |= {kind for need in frame.needs for role in direct for kind in need.get(role, ())}
    return not kinds.isdisjoint(wanted)


def _at_work(words: Sequence[Word], index: int, predicate: Predicate, knowledge: Knowledge) -> bool:
    """Whether a noun evokes what it may: «القضاء على القائد» is a killing, «القضاء» alone the courts."""
    marks = {mark for places in predicate.roles.values() for mark in places}
    european = knowledge.splitter is None
    takes_genitive = any(
        "direct" in places or "subject" in places for role, places in predicate.roles.items() if role != "actor"
    )
    if knowledge.book.grammar.head_last and "goods" in words[index].classes:
        takes_genitive = False  # «relief supplies» are things
    if index + 1 >= len(words):
        return takes_genitive
    if takes_genitive and (european or words[index].category != "noun" or not _bars_genitive(words, index)):
        return True
    if european:
        contracted = {word for word, plain in knowledge.book.grammar.contractions.items() if plain in marks}
        return _led_within(words, index, marks | contracted)
    behind = index + 1
    while behind + 1 < len(words) and behind <= index + ADJECTIVES and _describing(words[index], words[behind]):
        behind += 1
    following = words[behind]
    return following.norm in marks or following.split.preposition in marks


def _led_within(words: Sequence[Word], index: int, marks: Set[str]) -> bool:
    """Whether one of the prepositions stands behind a noun, a place or time between: «Arrestation à Lyon d'un …»."""
    for word in words[index + 1 : index + 1 + ADJECTIVES]:
        if word.category in ("verb", "mark", "participle"):
            return False
        if word.norm in marks:
            return True
    return False


def _bars_genitive(words: Sequence[Word], index: int) -> bool:
    """Whether nothing behind an Arabic noun can be its genitive: it is definite, or no noun follows."""
    following = words[index + 1]
    return words[index].definite or following.category not in NOMINAL_HEADS or bool(following.split.preposition)


def _describing(noun: Word, word: Word) -> bool:
    """Whether a word behind a noun may be its adjective: «عقوبات أميركية جديدة على …»."""
    if word.split.preposition or word.split.conjunction:
        return False
    alike = word.category in ("unknown", "participle", "noun") and word.split.article == noun.split.article
    return alike or (not noun.definite and word.category in NOMINAL_HEADS)


def _leads_to_act(words: Sequence[Word], index: int) -> bool:
    """«عمليات تهريب», «عمليات لنقل»: a light noun is an event where the act follows; «عمليات إرهابية» is a thing."""
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    if following.category in ("verbal_noun", "participle") or following.split.preposition == "ل":
        return True
    for position in range(index + 2, min(index + CLAUSE, len(words))):
        word = words[position]
        led = bool(word.split.preposition) or words[position - 1].category == "preposition"
        if word.category == "verbal_noun" and led:
            return True  # «تورط النظام في تمويل»
        if word.category not in (*NOMINAL_HEADS, "preposition", "participle"):
            return False
    return False
