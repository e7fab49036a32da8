"""Whether reading numbers and figures takes time in proportion to the text, however hostile.

Run `python bench/hostile_numbers.py`, or with names of texts for these alone.

Each text is made of what a reader might stumble over (a megabyte of digits, of number words that never end, of
separators, of signs of money, of nested fractions) at two sizes. The rates, characters a CPU-second, should be alike.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Mapping

from kashf.extraction.figures import figures_and_times
from kashf.extraction.numerals import numbers

SIZES = (100_000, 1_000_000)
TEXTS: Mapping[str, tuple[str, str]] = {
    "digits": ("ar", "7"),
    "grouped digits": ("ar", "1,234,567,"),
    "digits and dots": ("en", "1.2.3."),
    "digits and spaces": ("fr", "123 456 "),
    "digits, slashes, hyphens": ("en", "1/2-3-4/5"),
    "separators": ("ar", ".,٫٬'·،"),
    "hyphens": ("en", "-"),
    "signs of money": ("en", "$€£¥"),
    "signs and digits": ("en", "$5€7"),
    "hundreds joined": ("ar", "مئة و"),
    "thousands joined": ("ar", "ألف و"),
    "units and tens": ("ar", "خمسة وعشرون و"),
    "halves of millions": ("ar", "ونصف المليون "),
    "parts of parts": ("ar", "خمسة أخماس جزء من "),
    "scales": ("en", "million billion "),
    "hyphened words": ("en", "two-hundred-and-"),
    "points": ("en", "one point "),
    "and a half": ("en", "one and a half "),
    "ordinals": ("en", "one hundred twenty-"),
    "a few": ("en", "a few hundred of tens of "),
    "twenties": ("fr", "quatre-vingt-et-"),
    "cases": ("ru", "тысяч миллионов с половиной "),
    "shares": ("ar", "نصفهم 3 مقاتلين "),
    "shares of one whole": ("ar", "نصفهم ثم "),
    "changes": ("en", "rose from 5 to "),
    "open currencies": ("ar", "5 دينار 6 ليرة "),
    "bare numbers": ("en", "12 and 13, "),
    "ranges": ("ar", "بين 5 و"),
    "modifiers": ("en", "at least about "),
    "no words": ("ar", "ًٌٍَُِّْ"),
    "brackets": ("en", "((("),
    "exponents": ("en", "2^-1e5"),
    "one word": ("ar", "و"),
    "days": ("fr", "le lundi 5 mai "),
    "days in two calendars": ("ar", "24 شوال 1436هـ الموافق "),
    "days from days": ("ar", "قبل يومين من "),
    "parts of times": ("en", "the first week of the last month of "),
}


def mixed(size: int) -> str:
    """Pieces of all the texts, in an order that is the same each time."""
    chance = random.Random(7)
    pieces = [piece for _, piece in TEXTS.values()]
    parts: list[str] = []
    while size > 0:
        parts.append(chance.choice(pieces))
        size -= len(parts[-1])
    return "".join(parts)


def rate(read: Callable[[str], object], text: str) -> float:
    """Characters a CPU-second."""
    start = time.process_time()
    read(text)
    return len(text) / (time.process_time() - start)


def row(name: str, language: str, texts: list[str]) -> str:
    """The rates of one kind of text: numbers and figures at each size."""
    found = [rate(lambda text: numbers(text, language), text) for text in texts]
    found += [rate(lambda text: figures_and_times(text, language, None), text) for text in texts]
    return f"{name:26} {language}  " + "  ".join(f"{speed:12,.0f}" for speed in found) + "\n"


def main() -> None:
    """Print the rates: numbers at 100 kB and 1 MB, then figures and times at both; or of one kind of text alone."""
    for language in ("ar", "en", "fr", "ru"):
        figures_and_times("5", language, None)
    asked = sys.argv[1:] or [*TEXTS, "mixed"]
    for name, (language, piece) in ((name, TEXTS[name]) for name in asked if name in TEXTS):
        sys.stdout.write(row(name, language, [(piece * (size // len(piece) + 1))[:size] for size in SIZES]))
        sys.stdout.flush()
    for language in ("ar", "en", "fr", "ru") if "mixed" in asked else ():
        sys.stdout.write(row("mixed", language, [mixed(size) for size in SIZES]))


if __name__ == "__main__":
    main()
