"""How one part of a name may be read: articles written into the word, endings, letters that stand for two sounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kashf.names.sounds import script

__all__ = ["readings"]

_CASE_ENDING = re.compile(r"(?<=[а-я]{4})(?:ом|ым|у)$")
_BEFORE_VOWEL = re.compile(r"(?<=\w)в(?=[аиыоуэ])")
_ARTICLE_LATIN = re.compile(
    r"^(?:[ae]l(?=[b-df-hj-km-np-tv-z]\w{3})|[ae]([sdnrtz])(?=\1\w{3})|[ae](?:sh|ch)(?=[sc]h\w{2}))"
)
_ARTICLE_CYRILLIC = re.compile(r"^(?:аль|эль|ал|эл)(?=\w{4})")
_TWO_SOUNDS = re.compile(r"(?<=\w)([sztdkg])h(?=\w)")
_TURKISH_C = re.compile(r"c(?![hk])")
_SON_OF = re.compile(r"^ben(?=\w{4})")
_SILENT = ("oix", "ois", "aux", "eux", "oux")
_ION = re.compile(r"(?<=\w)(?:(t|ss)|s)ion(?=s?$)")
_BALTIC = re.compile(r"(?<=\w{3}[bcdfgjklmnprtvz])s$")
_TA_MARBUTA = re.compile(r"(?<=\w{2})ه$")


@lru_cache(maxsize=65_536)
def readings(part: str) -> tuple[str, ...]:
    """A folded part as it stands, and in every other way it may be meant.

    Latin: without an article that is written as one with it (Essaadi), «v» as «w» (Javad, Velid), without the «s» of a
    Latvian man's name (Lavrovs), «sh», «zh» and others as two sounds (Mazhari, Ishaq), an English -sion or -tion as it
    is said (Vision, «вижн»), without the last letter of a French -oix, -ois, -aux, -eux or -oux, «c» as Turkish writes
    ç and j with it (Çelik, Can), without a «Ben» that is written as one with it (Benaïssa). Russian: without the ending
    of a man's dative or instrumental, with «в» for «و».
    Arabic: with its final «ة» as a «t».

    >>> readings("elsseid"), readings("хайсамом"), readings("حموده")
    (('elsseid', 'sseid'), ('хайсамом', 'хайсам'), ('حموده', 'حمودت'))
    """
    return tuple(dict.fromkeys((part, *_further(part))))


def _further(part: str) -> Iterator[str]:
    written = script(part)
    if written == "latin":
        if part.startswith(("a", "e")):
            yield _ARTICLE_LATIN.sub("", part)
        yield part.replace("v", "w")
        if "c" in part:
            yield _TURKISH_C.sub("ch", part)
            yield _TURKISH_C.sub("j", part)
        yield _SON_OF.sub("", part)
        if "sion" in part or "tion" in part:
            yield _ION.sub(lambda found: "shn" if found[1] else "zhn", part)
        if part.endswith(_SILENT):
            yield part[:-1]
        if part.endswith("s"):
            yield _BALTIC.sub("", part)
        if "h" in part:
            yield _TWO_SOUNDS.sub(r"\1ah", part).replace("v", "w")
            yield f"{part}h" if part.endswith(("ah", "eh")) else part
            yield _TWO_SOUNDS.sub(r"\1ah", part)
    elif written == "cyrillic":
        yield _CASE_ENDING.sub("", part)
        yield _BEFORE_VOWEL.sub("у", part)
        yield _ARTICLE_CYRILLIC.sub("", part)
    else:
        yield _TA_MARBUTA.sub("ت", part)
