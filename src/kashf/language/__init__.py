"""What is known of each language, as data: tables in YAML and the loader that reads them."""

from kashf.language.loading import LANGUAGES, malformed, read_table

__all__ = ["LANGUAGES", "malformed", "read_table"]
