"""Writes `language/<language>/currencies.yaml`: the names of the world's currencies, from the CLDR that babel carries.

Run it after a new babel: `python scripts/currency_names.py`. A test compares what it would write with what is there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale

from kashf.language import LANGUAGES, read_table
from kashf.text import fold

FOLDER = Path(__file__).parents[1] / "src" / "kashf" / "language"
HEAD = """\
# Names of currencies in full, by ISO 4217 code: made by scripts/currency_names.py from Unicode CLDR (Unicode License
# v3, © Unicode, Inc.). Do not edit; names that the press writes otherwise are in units.yaml, by family and nation.

family:
"""
_NO_NAME = re.compile(r"[()\d/]")
"""Marks of names that no report writes: those of a money by its years or its use."""


def names(language: str) -> dict[str, list[str]]:
    """The names of each currency that the tables know, in every grammatical number CLDR has; one-word names, which
    `units.yaml` gives a place among the families, are left out."""
    locale = Locale.parse(language)
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for code in _codes():
        fresh = [name for name in _of(locale, code) if _key(name) not in taken]
        taken |= {_key(name) for name in fresh}
        if fresh:
            found[code] = fresh
    return dict(sorted(found.items()))


def _codes() -> Iterator[str]:
    """Codes in use before those that are past, so that a name two have had is that of the later."""
    table = read_table(None, "units")
    for section in ("currency", "currency_past"):
        for codes in table[section]:
            yield from codes


def _of(locale: Locale, code: str) -> Iterable[str]:
    plural: dict[str, str] = locale._data["currency_names_plural"].get(code, {})  # noqa: SLF001 - babel has no other way
    forms = (locale.currencies.get(code), *plural.values())
    unique = {_key(form): form for form in forms if form and " " in form and not _NO_NAME.search(form)}
    return unique.values()


def _key(name: str) -> str:
    return fold(name).text


def table(language: str) -> str:
    """The text of a language's table."""
    lines = (f"  {code}: [{', '.join(_quoted(name) for name in forms)}]\n" for code, forms in names(language).items())
    return HEAD + "".join(lines)


def _quoted(name: str) -> str:
    return f'"{name}"' if re.search(r"[:,'&#-]", name) else name


def main() -> None:
    """Write the tables of all languages."""
    for language in LANGUAGES:
        (FOLDER / language / "currencies.yaml").write_text(table(language), encoding="utf-8")
        sys.stdout.write(f"{language}: {len(names(language))} currencies\n")


if __name__ == "__main__":
    main()
