"""How many words a CPU-second figures and times are read at: `python bench/figures_speed.py [language] [file]`.

Without a file it reads sentences of its own, one in three with a figure or a time, over and over.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from kashf.extraction.figures import figures_and_times

SENTENCES = {
    "ar": (
        "أعلنت وزارة المالية أن الشبكة نقلت أموالا عبر شركات وهمية إلى عواصم عدة، بحسب مصادر مطلعة على التحقيق الجاري. "
        "وقال المتحدث إن قرابة 40 ألف برميل من النفط كانت تباع يوميا حتى نهاية يونيو. "
        "وأضاف أن الوسطاء استخدموا مكاتب صرافة وحسابات لا تحمل أسماءهم، وأن التنظيم اعتمد على تهريب الآثار والوقود. "
    ),
    "en": (
        "The ministry said the network had moved its money through front companies, according to people close to it. "
        "It sold some 40,000 barrels of oil a day until the end of June, a spokesman said. "
        "The brokers used exchange houses and accounts that did not bear their names, and lived off smuggled fuel. "
    ),
    "fr": (
        "Le ministère affirme que le réseau a déplacé ses fonds par des sociétés écrans, selon des proches du dossier. "
        "Il vendait environ 40 000 barils de pétrole par jour jusqu'à la fin juin, selon son porte-parole. "
        "Les courtiers passaient par des bureaux de change et des comptes qui ne portaient pas leur nom. "
    ),
    "ru": (
        "Министерство сообщило, что сеть переводила деньги через подставные фирмы, рассказали люди, знакомые с делом. "
        "Она продавала около 40 тысяч баррелей нефти в сутки до конца июня, заявил представитель. "
        "Посредники пользовались обменными пунктами и счетами, на которых не было их имён. "
    ),
}
WORDS = 60_000


def rate(language: str, text: str) -> float:
    """Words a CPU-second, the tables being loaded."""
    figures_and_times(text[:200], language, None)
    words = len(text.split())
    times = max(1, WORDS // words)
    start = time.process_time()
    for _ in range(times):
        figures_and_times(text, language, date(2017, 9, 14))
    return times * words / (time.process_time() - start)


def main() -> None:
    """Print the rate of each language, or of one and a text of one's own."""
    languages = sys.argv[1:2] or list(SENTENCES)
    for language in languages:
        text = Path(sys.argv[2]).read_text(encoding="utf-8") if len(sys.argv) > 2 else SENTENCES[language] * 20
        sys.stdout.write(f"{language}: {rate(language, text):,.0f} words a CPU-second\n")


if __name__ == "__main__":
    main()
