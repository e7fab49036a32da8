"""How many words a CPU-second quotations and sources are read at: `python bench/sources_speed.py [language]`.

It reads sentences of its own, over and over, as one long report: the rate must not fall with the length.
"""

from __future__ import annotations

import sys
import time

from kashf.extraction.chain import analyse
from kashf.extraction.sources.attributing import attribute
from kashf.records import Report

SENTENCES = {
    "ar": "قال الوزير سامي الحداد إن الشبكة نقلت أموالا إلى الخارج، مشيرا إلى أن التحقيق جار. وأضاف: «لن نتوقف».\n",
    "en": 'The finance ministry said the network had moved its money abroad. "We will not stop," a spokesman added.\n',
    "fr": "Le ministère affirme que le réseau a déplacé ses fonds. « Nous continuerons », a déclaré un porte-parole.\n",
    "ru": "Министерство сообщило, что сеть вывела деньги за рубеж. «Мы не остановимся», — заявил представитель.\n",
}
LENGTHS = (50, 500)
"""So many times the sentences are strung together."""


def rate(language: str, times: int) -> float:
    """Words a CPU-second of the stage alone."""
    draft = analyse(Report("r", "bench", SENTENCES[language] * times, language=language))
    start = time.process_time()
    attribute(draft)
    return len(draft.words) / (time.process_time() - start)


def main() -> None:
    """Print the rate of each language, or of one, for a short and a long report."""
    for language in sys.argv[1:2] or list(SENTENCES):
        rates = ", ".join(f"{rate(language, times):,.0f}" for times in LENGTHS)
        sys.stdout.write(f"{language}: {rates} words a CPU-second\n")


if __name__ == "__main__":
    main()
