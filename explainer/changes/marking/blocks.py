"""Mark the blocks that came, went or changed, in the order of the new page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from explainer.changes.marking.alignment import pairs, stretches
from explainer.changes.marking.lines import Line, changed_line
from explainer.changes.marking.removed import gone, gone_line
from explainer.changes.marking.signs import came, redrawn, step
from explainer.changes.marking.tree import (
    Element,
    Node,
    Text,
    is_drawing,
    is_inline,
    is_leaf,
    words_of,
)
from explainer.changes.marking.units import Row, Unit, likeness, row_of
from explainer.changes.marking.words import References, tokens_of

# What may hold nothing but items, rows or cells of its own.
_STRICT = frozenset({"dl", "hgroup", "menu", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"})
_LONG_LINE = 3000
"""Words of a line that is marked as a whole."""
_SHORT = 40
"""Words that are shown where they went from; more are folded."""

Step = tuple[Unit | None, Unit | None]


@dataclass(slots=True)
class Marker:
    """Marks one page; `count` is the number of its changes so far."""

    before: References
    after: References
    prefix: str
    count: int = 0
    _in_link: bool = False
    _owed: bool = False

    def inside(
        self, before: Sequence[Node], after: Sequence[Node], parent: Element | None = None
    ) -> Iterator[Node]:
        """Yield what stands in a block, marked against what stood in it."""
        old, new = row_of(before, self.before), row_of(after, self.after)
        removed: list[Unit] = []
        goes_on = False
        for was, now in _steps(old, new):
            if now is None and was is not None:
                removed.append(was)
                continue
            if removed:
                yield from self._removed(removed, parent, goes_on=goes_on)
                removed, goes_on = [], True
            assert now is not None
            yield from now.space
            if was is None:
                yield from self._added(now, goes_on=goes_on)
            else:
                yield from now.nodes if was.key == now.key else self._changed(was, now)
            goes_on = was is None
        if removed:
            yield from self._removed(removed, parent, goes_on=goes_on)
        yield from new.rest

    def _step(self, *, goes_on: bool = False) -> list[Node]:
        """Count a change, and return the mark that it begins with."""
        if self._in_link:  # a link cannot stand in a link; it comes before that
            self._owed = True
        if goes_on or self._in_link:
            return []
        self.count += 1
        return [step(self.prefix, self.count)]

    def _changed(self, was: Unit, now: Unit) -> Iterator[Node]:
        old, new = was.element, now.element
        if old is None or new is None:
            yield from self._line(was.nodes, now.nodes) or now.nodes
        elif is_drawing(new):
            note = redrawn("p")
            note = note.having([*self._step(), *note.children])
            yield from [new.having([note, *new.children])] if _is_strict(new) else [note, new]
        elif is_leaf(old) and is_leaf(new):
            line = self._line(old.children, new.children)
            yield new.having(line).classed("x-changed") if line else new
        else:
            self._in_link, around = self._in_link or new.tag == "a", self._in_link
            made = self._block(old, new)
            self._in_link = around
            if self._owed and not around:
                self._owed = False
                yield from self._step()
            yield made

    def _block(self, old: Element, new: Element) -> Element:
        first = self.count
        made = new.having(self.inside(old.children, new.children, new))
        if new.tag == "details" and self.count > first and ("open", None) not in new.attributes:
            others = tuple(pair for pair in made.attributes if pair[0] != "open")
            return replace(made, attributes=(*others, ("open", None)))
        return made

    def _line(self, before: Sequence[Node], after: Sequence[Node]) -> list[Node]:
        """Return a line with its marks; nothing where a reader sees no difference."""
        old, new = Line(before, self.before), Line(after, self.after)
        if max(len(old.tokens), len(new.tokens)) > _LONG_LINE:
            return [*self._step(), gone_line(before), Text(" "), came(after)]
        line = changed_line(old, new)
        return [*self._step(), *line] if line else []

    def _added(self, unit: Unit, *, goes_on: bool) -> Iterator[Node]:
        begin = self._step(goes_on=goes_on)
        if unit.element is None:
            yield from [*begin, came(unit.nodes)]
            return
        added = _Added(self.after, begin)
        block = added.block(unit.element).classed("x-added")
        if _is_strict(unit.element):
            block = _began(block, added.begin)
        else:  # a rule, for instance, or a drawing, holds no line to begin with
            yield from added.begin
        yield block

    def _removed(
        self, units: Sequence[Unit], parent: Element | None, *, goes_on: bool
    ) -> Iterator[Node]:
        """Yield what went from one place: as it was, or folded where it is much."""
        nodes = [gone(unit.element) if unit.element else gone_line(unit.nodes) for unit in units]
        nodes = [node for node in nodes if words_of([node])]
        if not nodes:
            return
        begin = self._step(goes_on=goes_on)
        if parent is not None and parent.tag in _STRICT:
            yield _began(nodes[0], begin)
            yield from nodes[1:]
            return
        count = sum(unit.words.total() for unit in units)
        if count <= _SHORT:
            yield Element("div", (("class", "x-removed-here"),), (*begin, *nodes))
            return
        summary = Element("summary", (), (Text(f"Removed: {count} words"),))
        fold = Element("details", (("class", "x-fold"),), (summary, *nodes))
        yield Element("div", (("class", "x-removed-here"),), (*begin, fold))


def _by_source(old: Row, new: Row) -> Iterator[Step]:
    """Lay the items of a list of sources side by side, whose order is that of their numbers."""
    known = {unit.source: unit for unit in old.units}
    for unit in new.units:
        yield known.pop(unit.source, None), unit
    yield from ((unit, None) for unit in known.values())


def _steps(old: Row, new: Row) -> Iterator[Step]:
    """Lay the units of two blocks side by side."""
    if _lists_sources(old) and _lists_sources(new):
        yield from _by_source(old, new)
        return
    keys = ([unit.key for unit in row.units] for row in (old, new))
    for same, before, after in stretches(*keys):
        olds = [old.units[at] for at in before]
        news = [new.units[at] for at in after]
        if same:
            yield from zip(olds, news, strict=True)
            continue
        alone = len(olds) == len(news) == 1
        by_place = len(old.units) == len(new.units) and _are_cells(new)
        if by_place and len(olds) == len(news):
            yield from zip(olds, news, strict=True)
        else:
            yield from pairs(olds, news, partial(likeness, alone=alone))


def _lists_sources(row: Row) -> bool:
    return "" not in (known := {unit.source for unit in row.units}) and len(known) == len(row.units)


def _are_cells(row: Row) -> bool:
    return all(unit.tag in ("td", "th") for unit in row.units)


def _is_strict(element: Element) -> bool:
    return element.tag in ("caption", "dd", "dt", "li", "tbody", "td", "tfoot", "th", "thead", "tr")


def _began(node: Element, begin: Sequence[Node]) -> Element:
    """Put the mark of a change into the first line of a block."""
    if not begin:
        return node
    if is_leaf(node):
        return node.having([*begin, *node.children])
    children = list(node.children)
    for at, child in enumerate(children):
        if isinstance(child, Element):
            into = child.tag != "a"  # a link cannot stand in a link
            children[at : at + 1] = [_began(child, begin)] if into else [*begin, child]
            return node.having(children)
    return node


class _Added:
    """Marks all lines of a new block; `begin` goes into the first of them."""

    def __init__(self, references: References, begin: list[Node]) -> None:
        self._references, self.begin, self._told = references, begin, False

    def block(self, element: Element) -> Element:
        """Return a block as new."""
        if is_drawing(element):
            return element
        if element.tag == "a":  # a link cannot stand in a link
            begin, self.begin = self.begin, []
            linked = element.having(self._inside(element.children))
            self.begin = begin
            return linked
        if is_leaf(element):
            return element.having(self._line(element.children))
        return element.having(self._inside(element.children))

    def _inside(self, nodes: Sequence[Node]) -> Iterator[Node]:
        row = row_of(nodes, self._references)
        for unit in row.units:
            yield from unit.space
            yield from [self.block(unit.element)] if unit.element else self._line(unit.nodes)
        yield from row.rest

    def _line(self, nodes: Sequence[Node]) -> list[Node]:
        if not tokens_of(nodes, self._references) or not all(map(is_inline, nodes)):
            return list(nodes)
        line = [*self.begin, came(nodes, told=not self._told)]
        self.begin, self._told = [], True
        return line
