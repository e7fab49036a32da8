"""Graphs as XML: GraphML, and GEXF 1.3 as Gephi opens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from kashf.exchange.cells import clean
from kashf.exchange.graph import EDGE_FIELDS, NODE_FIELDS, Edge, Node, Value, edges, node
from kashf.exchange.holdings import Holdings
from kashf.exchange.mappings import mapping
from kashf.records import Record

__all__ = ["GexfWriter", "GraphmlWriter"]

_GRAPHML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
_GEXF = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
)
_GRAPHML_TYPES = {str: "string", int: "int", float: "double"}
_GEXF_TYPES = {str: "string", int: "integer", float: "double"}


class GraphmlWriter:
    """GraphML 1.0: the nodes first, then edges as the reports come."""

    def __init__(self, target: TextIO, holdings: Holdings) -> None:
        self._target = target
        self._holdings = holdings
        target.write(_GRAPHML)
        for letter, kind, fields in (("n", "node", NODE_FIELDS), ("e", "edge", EDGE_FIELDS)):
            for name, of_type in fields.items():
                of = f'attr.name="{name}" attr.type="{_GRAPHML_TYPES[of_type]}"'
                target.write(f'<key id="{letter}-{name}" for="{kind}" {of}/>\n')
        target.write('<graph id="kashf" edgedefault="directed">\n')
        for entity in holdings.view.each_entity():
            self._node(node(entity, holdings))

    def write(self, record: Record) -> None:
        """The edges of a report's claims."""
        for told in self._holdings.told(record):
            for edge in edges(told, self._holdings):
                self._edge(edge)

    def finalize(self) -> None:
        """The end of the graph."""
        self._target.write("</graph>\n</graphml>\n")

    def _node(self, one: Node) -> None:
        self._target.write(f"<node id={quoteattr(one.id)}>{_data('n', one.values)}</node>\n")

    def _edge(self, edge: Edge) -> None:
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        self._target.write(f"<edge id={quoteattr(edge.id)} {ends}>{_data('e', edge.values)}</edge>\n")


def _data(letter: str, values: Mapping[str, Value]) -> str:
    told = ((name, clean(str(value))) for name, value in values.items())
    return "".join(f'<data key="{letter}-{name}">{escape(value)}</data>' for name, value in told if value)


class GexfWriter:
    """GEXF 1.3: hedged edges are drawn broken, denied ones dotted."""

    def __init__(self, target: TextIO, holdings: Holdings) -> None:
        self._target = target
        self._holdings = holdings
        target.write(f"{_GEXF}<meta><creator>Kashf</creator></meta>\n")
        target.write('<graph defaultedgetype="directed" mode="static">\n')
        for kind, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
            target.write(f'<attributes class="{kind}">\n')
            for name, of_type in fields.items():
                target.write(f'<attribute id="{name}" title="{name}" type="{_GEXF_TYPES[of_type]}"/>\n')
            target.write("</attributes>\n")
        target.write("<nodes>\n")
        for entity in holdings.view.each_entity():
            self._node(node(entity, holdings))
        target.write("</nodes>\n<edges>\n")

    def write(self, record: Record) -> None:
        """The edges of a report's claims."""
        for told in self._holdings.told(record):
            for edge in edges(told, self._holdings):
                self._edge(edge)

    def finalize(self) -> None:
        """The end of the graph."""
        self._target.write("</edges>\n</graph>\n</gexf>\n")

    def _node(self, one: Node) -> None:
        label = quoteattr(str(one.values["label"]))
        self._target.write(f"<node id={quoteattr(one.id)} label={label}>{_attributes(one.values)}</node>\n")

    def _edge(self, edge: Edge) -> None:
        drawn, colour = mapping("graph")["shapes"][edge.stand], mapping("graph")["colours"][edge.stand]
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        label = quoteattr(clean(str(edge.values["label"])))
        look = f'<viz:color r="{colour["r"]}" g="{colour["g"]}" b="{colour["b"]}"/><viz:shape value="{drawn}"/>'
        self._target.write(
            f"<edge id={quoteattr(edge.id)} {ends} label={label}>{_attributes(edge.values)}{look}</edge>\n"
        )


def _attributes(values: Mapping[str, Value]) -> str:
    told = ((name, clean(str(value))) for name, value in values.items())
    rows = "".join(f'<attvalue for="{name}" value={quoteattr(value)}/>' for name, value in told if value)
    return f"<attvalues>{rows}</attvalues>"
