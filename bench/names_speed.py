"""How fast names are indexed and found: `python bench/names_speed.py [entries] [queries]`.

Entries are invented: persons with two to four names in Latin letters, their family names made of Arabic letters at
random; organisations of known words and such names. Each query is the Arabic name of an entry. Prints names indexed and
found a CPU-second, many together and one by one, the memory that the index takes, and how often the right entry comes
first.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time

from kashf.cli import COLLECTED_AFTER
from kashf.domain import organisation_words, person_words
from kashf.names import NameIndex, romanise
from kashf.names.sounds import script

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
FAMILY_NAMES = 20_000
SHARE_OF_BODIES = 0.3


def arabic_words(kind: str) -> list[str]:
    """The words of a table that are one Arabic word."""
    words = person_words() if kind == "person" else organisation_words()
    groups = {"frequent", "known"} if kind == "person" else {"kind", "trade", "quality", "thing"}
    return sorted(
        spelled[0]
        for spelled, meant in words.meanings.items()
        if len(spelled) == 1 and script(spelled[0]) == "arabic" and {words.classes[one] for one in meant} & groups
    )


def invented(count: int, draw: random.Random) -> list[tuple[str, str, str]]:
    """Entries: a name in Arabic letters, the same in Latin ones, its kind."""
    families = ["".join(draw.choices(LETTERS, k=draw.choice((4, 5, 6)))) for _ in range(FAMILY_NAMES)]
    given, words = arabic_words("person"), arabic_words("organisation")
    made = []
    for _ in range(count):
        body = draw.random() < SHARE_OF_BODIES
        before = draw.sample(words, 2) if body else draw.sample(given, draw.choice((1, 2, 2, 3)))
        name = " ".join((*before, draw.choice(families)))
        made.append((name, romanise(name), "organisation" if body else "person"))
    return made


def main() -> None:
    """Builds, asks, and prints the rates."""
    gc.set_threshold(*COLLECTED_AFTER)  # as the command line has it
    size, asked = (
        (int(given) for given in (*sys.argv[1:3], "100000", "1000")[:2]) if len(sys.argv) > 2 else (100_000, 1_000)
    )
    draw = random.Random(7)
    entries = invented(size, draw)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    index = NameIndex((number, [latin], kind) for number, (_, latin, kind) in enumerate(entries))
    built = time.process_time() - began
    took = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    together, alone = draw.sample(range(size), asked), draw.sample(range(size), asked)
    began = time.process_time()
    every = list(index.find_all(entries[number][0] for number in together))
    found = time.process_time() - began
    began = time.process_time()
    every += [index.find(entries[number][0]) for number in alone]
    found_alone = time.process_time() - began
    first = sum(hits[0].key == number for hits, number in zip(every, together + alone, strict=True) if hits)
    sys.stdout.write(
        f"{size} entries indexed in {built:.1f} s, {took:.0f} MB more; {asked / found:.0f} names found a second, "
        f"{asked / found_alone:.0f} one by one; {first / len(every):.3f} first\n"
    )


if __name__ == "__main__":
    main()
