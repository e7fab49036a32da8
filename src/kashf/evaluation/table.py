"""Scores for readers: a text table a screen wide, and plain values for JSON."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.evaluation.scores import LAYERS, Layer, Scores

__all__ = ["Group", "as_plain", "as_table"]

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
    heading = f"{' '.join(group):12}" + "".join(f"{name:>11}" for name in (*HEADINGS, *COUNTS))
    layers = scores.layers()
    lines = [line for name in LAYERS for line in _lines(name, layers[name])]
    return "\n".join([heading, *lines])


def _lines(name: str, layer: Layer) -> list[str]:
    figures = layer.figures()
    ratios = "".join(f"{figures[heading]:11.3f}" for heading in HEADINGS)
    counts = "".join(f"{figures[count]:11.0f}" for count in COUNTS)
    parts = "  ".join(f"{part} {share.value():.3f}/{share.judged}" for part, share in layer.parts.items())
    return [f"  {name:10}{ratios}{counts}", *([f"    {parts}"] if parts else [])]
