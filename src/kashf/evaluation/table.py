"""Scores for readers: a text table a screen wide, and plain values for JSON."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.evaluation.scores import LAYERS, Layer, Scores

__all__ = ["Group", "as_comparison", "as_plain", "as_table", "fields_plain", "fields_table"]

Group = tuple[str, str]
"""A language and a split; `-` where the gold says none."""

COUNTS = ("gold", "found")
HEADINGS = ("precision", "recall", "f1")


def as_plain(scores: Mapping[Group, Scores]) -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    """Language, split, layer, then each figure under its name."""
    plain: dict[str, dict[str, dict[str, dict[str, float]]]] = {}
    for (language, split), one in scores.items():
        plain.setdefault(language, {})[split] = {name: layer.figures() for name, layer in one.layers().items()}
    return plain


def as_table(scores: Mapping[Group, Scores]) -> str:
    """One block a language and split: a line a layer, and under it a line with its parts."""
    return "\n\n".join(_block(group, one) for group, one in scores.items())


def _block(group: Group, scores: Scores) -> str:
    heading = _heading(" ".join(group), 12)
    layers = scores.layers()
    lines = [line for name in LAYERS for line in _lines(name, layers[name])]
    return "\n".join([heading, *lines])


def _lines(name: str, layer: Layer) -> list[str]:
    parts = "  ".join(f"{part} {share.value():.3f}/{share.judged}" for part, share in layer.parts.items())
    return [_line(name, layer, 12), *([f"    {parts}"] if parts else [])]


def fields_plain(scores: Mapping[Group, Scores], kind: str) -> dict[str, dict[str, dict[str, float]]]:
    """Language and split, then each type or role, then its figures."""
    return {
        " ".join(group): {name: layer.figures() for name, layer in one.fields(kind).items()}
        for group, one in scores.items()
    }


def fields_table(scores: Mapping[Group, Scores], kind: str) -> str:
    """One block a language and split: a line for each type of claim, or each role."""
    blocks = (
        "\n".join([_heading(" ".join(group), 16), *(_line(name, layer, 16) for name, layer in sorted(fields.items()))])
        for group, fields in ((group, one.fields(kind)) for group, one in scores.items())
    )
    return "\n\n".join(blocks)


def as_comparison(scores: Mapping[str, Mapping[Group, Scores]]) -> str:
    """One block a language and split: a line for the claims of each extractor."""
    groups = dict.fromkeys(group for one in scores.values() for group in one)
    wide = max(16, *(len(name) + 3 for name in scores))
    blocks = (
        "\n".join(
            [
                _heading(f"{' '.join(group)} claims", wide),
                *(_line(name, one[group].claims, wide) for name, one in scores.items() if group in one),
            ]
        )
        for group in groups
    )
    return "\n\n".join(blocks)


def _heading(name: str, wide: int) -> str:
    return f"{name:{wide}}" + "".join(f"{heading:>11}" for heading in (*HEADINGS, *COUNTS))


def _line(name: str, layer: Layer, wide: int) -> str:
    figures = layer.figures()
    ratios = "".join(f"{figures[heading]:11.3f}" for heading in HEADINGS)
    return f"  {name:{wide - 2}}{ratios}" + "".join(f"{figures[count]:11.0f}" for count in COUNTS)
