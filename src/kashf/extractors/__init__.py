"""Extractors that are not ours, behind the same record: a language model behind an endpoint, and GLiNER.

Whatever they say of a report is held against its text. What does not stand there is refused, with the reason, and the
refusal is kept in the record.
"""

from kashf.extractors.chat import ChatExtractor
from kashf.extractors.endpoint import KEY_VARIABLE, Endpoint
from kashf.extractors.gliner import GlinerExtractor, load_model

__all__ = ["KEY_VARIABLE", "ChatExtractor", "Endpoint", "GlinerExtractor", "load_model"]
