"""Text: folding with the way back, tokens and clitics, sentences, script and language."""

from kashf.text.folding import Folded, fold, search_key

__all__ = ["Folded", "fold", "search_key"]
