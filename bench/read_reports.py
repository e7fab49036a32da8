"""How fast Kashf reads: generated reports a second of processor time, and the time to pass over what has not changed.

    python bench/read_reports.py [REPORTS]

The reports are made of the templates below, one language after the other; each has names, sums and days of its own.
"""

from __future__ import annotations

import itertools
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kashf.extraction import extract
from kashf.reading import Read, ReadingOptions, parse

DEFAULT_REPORTS = 200
FIRST_YEAR = 2012

TEMPLATES = {
    "ar": """{place} في {day} آذار {year} - أعلنت دائرة الجمارك أن شبكة «{name}» هربت \
{sum} كيلوغراما من الذهب عبر الميناء.

وقال مدير الدائرة للصحفيين إن الشبكة باعت الذهب لتاجرين في {other} بنحو {price} مليون دولار، وإنها حولت نصف \
المبلغ إلى مسلحين في الجبل قبل شهرين. وبحسب محضر التحقيق، اعترف ثلاثة من أعضائها بنقل الأموال في شاحنات الخضار.

ونفى محامي الشبكة التهم، وأضاف: «لم يثبت أن موكلي تسلم دولارا واحدا».""",
    "en": """{place}, March {day}, {year} - Customs said the network {name} smuggled \
{sum} kilograms of gold through the port.

The head of customs told reporters that the network sold the gold to two dealers in {other} for about {price} million \
dollars and sent half of the money to gunmen in the hills two months ago. Three members admitted moving the cash in \
vegetable lorries, according to the minutes of the inquiry.

A lawyer for the network denied the charges. "Nobody has shown that my client received one dollar," he said.""",
    "fr": """{place}, le {day} mars {year} - Le réseau {name} a fait passer \
{sum} kilos d'or par le port, selon la douane.

Le directeur de la douane a déclaré que le réseau avait vendu l'or à deux marchands de {other} pour environ {price} \
millions de dollars, et envoyé la moitié de l'argent à des hommes armés il y a deux mois. Trois membres ont avoué \
avoir transporté l'argent dans des camions de légumes.

L'avocat du réseau a rejeté ces accusations.""",
    "ru": """{place}, {day} марта {year} года - Сеть «{name}» вывезла через порт \
{sum} килограммов золота, сообщила таможня.

Начальник таможни рассказал журналистам, что сеть продала золото двум торговцам в городе {other} примерно за {price} \
миллионов долларов, а половину денег два месяца назад передала боевикам. Трое участников признались, что возили \
деньги в грузовиках с овощами.

Адвокат сети отверг обвинения.""",
}
PLACES = {
    "ar": ("بيروت", "عدن", "طرابلس"),
    "en": ("BEIRUT", "ADEN", "TRIPOLI"),
    "fr": ("BEYROUTH", "ADEN", "TRIPOLI"),
    "ru": ("БЕЙРУТ", "АДЕН", "ТРИПОЛИ"),
}
NAMES = {
    "ar": ("السهم", "الجسر", "النورس", "المرساة"),
    "en": ("Arrow", "Bridge", "Gull", "Anchor"),
    "fr": ("Flèche", "Pont", "Mouette", "Ancre"),
    "ru": ("Стрела", "Мост", "Чайка", "Якорь"),
}


def write_reports(folder: Path, number: int) -> int:
    """Write so many reports into a folder; how many characters they have together."""
    written = 0
    for at, language in zip(range(number), itertools.cycle(TEMPLATES), strict=False):
        text = _report(language, at)
        (folder / f"{at:05}.{language}.txt").write_text(text, encoding="utf-8")
        written += len(text)
    return written


def _report(language: str, at: int) -> str:
    places, names = PLACES[language], NAMES[language]
    return TEMPLATES[language].format(
        place=places[at % len(places)],
        other=places[(at + 1) % len(places)].capitalize(),
        name=f"{names[at % len(names)]}-{at}",
        day=1 + at % 28,
        year=FIRST_YEAR + at % 10,
        sum=20 + at,
        price=2 + at % 60,
    )


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _extracted(folder: Path) -> Iterator[int]:
    """The number of claims in each report of a folder."""
    for path in sorted(folder.iterdir()):
        for found in parse(path.read_bytes(), str(path), ReadingOptions()):
            if isinstance(found, Read):
                yield len(extract(found.report).claims)


def _kashf(*arguments: str) -> float:
    begin = time.monotonic()
    subprocess.run([sys.executable, "-m", "kashf", *arguments], check=True)  # noqa: S603 - our own program
    return time.monotonic() - begin


def main(number: int) -> None:
    """Measure, and print what was measured."""
    with tempfile.TemporaryDirectory() as made:
        folder, ledger = Path(made, "reports"), str(Path(made, "kashf.db"))
        folder.mkdir()
        characters = write_reports(folder, number)
        begin = _processor_seconds()
        for _ in itertools.islice(_extracted(folder), len(TEMPLATES)):
            pass
        ready = _processor_seconds()
        claims = sum(_extracted(folder))
        took = _processor_seconds() - ready
        first = _kashf("-q", "--ledger", ledger, "read", str(folder))
        again = _kashf("-q", "--ledger", ledger, "read", str(folder))
    lines = (
        f"{number} reports of {characters // number:,} characters, {claims} claims",
        f"tables of {len(TEMPLATES)} languages:  {ready - begin:6.2f} s of processor time",
        f"parsing and extraction:  {number / took:6.1f} reports/s of processor time",
        f"read into a new ledger:  {first:6.2f} s",
        f"read again, unchanged:   {again:6.2f} s",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_REPORTS)
