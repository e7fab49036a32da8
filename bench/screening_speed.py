"""How fast texts are screened: an index of many generated entries, and generated reports of 700 words held against it.

    python bench/screening_speed.py [ENTRIES]

Prints the seconds and megabytes that the index took, then milliseconds of processor time for a report of 700 words: the
first of all, which reads tables too, the mean of the others, whose names are new to the index, and of those read a
second time.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from collections.abc import Iterator

import click

from kashf.cli import COLLECTED_AFTER
from kashf.domain import body_named, person_words, place_named
from kashf.names.ordinary import is_ordinary
from kashf.names.scanning import TextIndex
from kashf.records import Listed

DEFAULT_ENTRIES = 100_000
REPORTS = 40
WORDS = 700
KILOBYTE, MILLISECONDS = 1024, 1000

ONSETS = ("b", "d", "f", "g", "h", "j", "k", "kh", "l", "m", "n", "q", "r", "s", "sh", "t", "w", "y", "z", "gh")
VOWELS = ("a", "i", "u", "aa", "ee", "ou")
ARABIC = dict(zip(ONSETS, "بدفجهجكخلمنقرسشتويزغ", strict=True))
LONG = {"a": "", "i": "", "u": "", "aa": "ا", "ee": "ي", "ou": "و"}
BODIES = ("Trading Company", "Exchange", "Relief Foundation", "Brigade", "General Contracting LLC", "Shipping")
SENTENCES = """وقال مدير الدائرة للصحفيين إن الشبكة باعت الذهب لتاجرين في المدينة بنحو أربعة ملايين دولار قبل شهرين
وأضاف المسؤول أن التحقيق لا يزال مستمرا في ثلاث دول وأن الأموال نقلت في حقائب عبر الحدود إلى مسلحين في الجبل
ونفى المحامي التهم كلها وأكد أن موكله لم يتسلم دولارا واحدا من الشركة التي تعمل في تجارة النفط والغاز منذ سنوات
وبحسب محضر التحقيق اعترف ثلاثة من أعضاء المجموعة بنقل الأموال في شاحنات الخضار عبر المعبر الشمالي ليلا"""


def family(dice: random.Random) -> tuple[str, str]:
    """An invented family name in Latin and in Arabic letters."""
    syllables = [(dice.choice(ONSETS), dice.choice(VOWELS)) for _ in range(dice.choice((2, 3, 3)))]
    latin = "".join(onset + vowel for onset, vowel in syllables)
    return f"al-{latin}", "ال" + "".join(ARABIC[onset] + LONG[vowel] for onset, vowel in syllables)


def entries(count: int, dice: random.Random) -> Iterator[tuple[Listed, str]]:
    """Entries with two Latin spellings each, two in three persons; and how a report in Arabic writes each."""
    given = sorted(meaning for meaning, group in person_words().classes.items() if group != "titles")
    spellings = sorted(person_words().meanings.items())
    arabic = {meaning: words[0] for words, meant in spellings for meaning in meant if len(words) == 1}
    arabic |= {
        meaning: word for (word, *rest), meant in spellings for meaning in meant if not rest and "ء" <= word[0] <= "ي"
    }
    for number in range(count):
        latin, written = family(dice)
        if number % 3:
            names = [dice.choice(given) for _ in range(dice.choice((1, 2, 2, 3)))]
            shown = [person_words().shown.get(name, name) for name in names]
            spelled = (" ".join([*shown, latin]), " ".join([shown[0], latin.replace("aa", "a").replace("ee", "i")]))
            yield (
                Listed(f"x-{number}", "person", tuple(dict.fromkeys(spelled))),
                " ".join([*(arabic[name] for name in names), written]),
            )
        else:
            yield (
                Listed(f"x-{number}", "organisation", (f"{latin[3:].title()} {dice.choice(BODIES)}",)),
                f"شركة {written[2:]}",
            )


def reports(named: list[str], dice: random.Random) -> Iterator[str]:
    """Reports of 700 words with about ten of the names in each."""
    for _ in range(REPORTS):
        words: list[str] = []
        while len(words) < WORDS:
            words.extend(dice.choice(SENTENCES.splitlines()).split())
            if dice.random() < 0.3:
                words.extend(dice.choice(named).split())
        yield " ".join(words[:WORDS])


def measured(index: TextIndex, texts: list[str]) -> list[float]:
    """Seconds of processor time for each text."""
    taken = []
    for text in texts:
        began = time.process_time()
        index.spot(text)
        taken.append(time.process_time() - began)
    return taken


def main() -> None:
    """Make, measure, print."""
    gc.set_threshold(*COLLECTED_AFTER)  # as the command line has it
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ENTRIES
    dice = random.Random(7)
    made = list(entries(count, dice))
    body_named("none"), place_named("none"), is_ordinary("none")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    index = TextIndex([entry for entry, _ in made], is_ordinary)
    built = time.process_time() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / KILOBYTE
    click.echo(f"index of {count:,} entries, {len(index):,} names: {built:.1f} s, {grown:.0f} MB")
    texts = list(reports([written for _, written in made], dice))
    first, again = measured(index, texts), measured(index, texts)
    found = sum(len(index.spot(text)) for text in texts) / len(texts)
    told = (("first", first[0]), ("new words", sum(first[1:]) / len(first[1:])), ("again", sum(again) / len(again)))
    click.echo("700 words: " + ", ".join(f"{name} {seconds * MILLISECONDS:.1f} ms" for name, seconds in told))
    click.echo(f"names found in a report: {found:.1f}")


if __name__ == "__main__":
    main()
