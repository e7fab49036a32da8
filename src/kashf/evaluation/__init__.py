"""Evaluation: what the extractor is worth, measured on annotated texts, and the gates that keep it so."""

from kashf.evaluation.agreement import as_record, load_second_reading
from kashf.evaluation.corpus import GATES_FILE, digest, load_corpus, load_items, load_reports, reports_of
from kashf.evaluation.gates import Gates, Shortfall, pin, read_gates, shortfalls, write_gates
from kashf.evaluation.gold import GoldClaim, GoldFigure, GoldProposition, GoldQuote, GoldReport, GoldSpeaker
from kashf.evaluation.measuring import Extractor, Measurement, measure, measure_records, select
from kashf.evaluation.naming import NamedText, measure_names, read_names
from kashf.evaluation.parsing import parse_gold
from kashf.evaluation.reliability import Judged, Reliability
from kashf.evaluation.scores import Layer, Scores, Share, total
from kashf.evaluation.scoring import Assessment, Slip, judge
from kashf.evaluation.table import as_comparison, as_plain, as_table, fields_plain, fields_table
from kashf.evaluation.verdict import Verdict

__all__ = [
    "GATES_FILE",
    "Assessment",
    "Extractor",
    "Gates",
    "GoldClaim",
    "GoldFigure",
    "GoldProposition",
    "GoldQuote",
    "GoldReport",
    "GoldSpeaker",
    "Judged",
    "Layer",
    "Measurement",
    "NamedText",
    "Reliability",
    "Scores",
    "Share",
    "Shortfall",
    "Slip",
    "Verdict",
    "as_comparison",
    "as_plain",
    "as_record",
    "as_table",
    "digest",
    "fields_plain",
    "fields_table",
    "judge",
    "load_corpus",
    "load_items",
    "load_reports",
    "load_second_reading",
    "measure",
    "measure_names",
    "measure_records",
    "parse_gold",
    "pin",
    "read_gates",
    "read_names",
    "reports_of",
    "select",
    "shortfalls",
    "total",
    "write_gates",
]
