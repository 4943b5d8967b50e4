"""Mark the words that changed in one line of a page: a paragraph, an item, a cell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from explainer.changes.marking.alignment import Stretch, readable, stretches
from explainer.changes.marking.signs import came, redrawn, relinked, went
from explainer.changes.marking.tree import Element, Node, Raw, Text
from explainer.changes.marking.words import (
    References,
    Token,
    pieces_of,
    said,
    thing_of,
    tokens_of,
)

_SAME, _NEW, _BLANK = "", "new", "blank"
_DRAWING = "drawing"
_NEVER_BY_CHANCE = 1_000_000  # letters


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and what its citations refer to."""

    nodes: Sequence[Node]
    references: References

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the line."""
        return tokens_of(self.nodes, self.references)


@dataclass(slots=True)
class _Changes:
    """What to do at each token of the new line, and at its end.

    `gone` has the old tokens to show there, and whether a blank stood after them.
    """

    tokens: list[Token]
    new: set[int] = field(default_factory=set)
    gone: dict[int, tuple[list[Token], bool]] = field(default_factory=dict)
    linked: dict[int, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.linked)


def changed_line(before: Line, after: Line) -> tuple[Node, ...] | None:
    """Mark a line against what it was; None where a reader sees no difference."""
    changes = _changes(before.tokens, after.tokens)
    return tuple(_Writer(changes, after.references).line(after.nodes)) if changes else None


def _changes(before: list[Token], after: list[Token]) -> _Changes:
    changes = _Changes(after)
    found = stretches([token.key for token in before], [token.key for token in after])

    def letters(stretch: Stretch) -> int:
        olds = [before[at] for at in stretch.before]
        news = [after[at] for at in stretch.after]
        if stretch.same and any(token.is_citation for token in news):
            return _NEVER_BY_CHANCE
        return max(_letters(olds), _letters(news))

    for stretch in readable(found, letters):
        if stretch.same:
            for old, new in zip(stretch.before, stretch.after, strict=True):
                if before[old].link != after[new].link:
                    changes.linked[new] = _relinking(before[old], after[new])
            continue
        changes.new.update(stretch.after)
        if stretch.before:
            end = stretch.before.stop
            spaced = end < len(before) and before[end].spaced
            changes.gone[stretch.after.start] = [before[at] for at in stretch.before], spaced
    return changes


def _letters(tokens: Iterable[Token]) -> int:
    return sum(1 if token.is_citation else len(token.said) or 1 for token in tokens)


def _relinking(before: Token, after: Token) -> str:
    if not after.said:
        return _DRAWING
    if not before.link:
        return "now a link"
    return "leads elsewhere" if after.link else "no longer a link"


class _Writer:
    """Write the new line out, its marks in their places."""

    def __init__(self, changes: _Changes, references: References) -> None:
        self._changes, self._references, self._at = changes, references, 0

    def line(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """Yield the nodes of the whole line."""
        yield from _joined([*self._inner(nodes), *self._gone(len(self._changes.tokens))])

    def _inner(self, nodes: Iterable[Node]) -> Iterator[tuple[str, Node]]:
        for node in nodes:
            if isinstance(node, Text):
                yield from self._words(node)
                continue
            thing = thing_of(node, self._references)
            if thing == ():
                yield _BLANK, node
            elif thing is not None:
                yield from self._token(node)
            elif isinstance(node, Element):
                yield from self._element(node)

    def _words(self, text: Text) -> Iterator[tuple[str, Node]]:
        for piece in pieces_of(text.words):
            if piece.isspace():
                yield _BLANK, Text(piece)
            else:
                yield from self._token(Text(piece))

    def _token(self, node: Node) -> Iterator[tuple[str, Node]]:
        yield from self._gone(self._at)
        link = self._changes.linked.get(self._at, "")
        kind = _NEW if self._at in self._changes.new else link
        self._at += 1
        if kind == _DRAWING and isinstance(node, Raw):
            yield _SAME, redrawn("span")
            kind = _SAME
        yield kind, node

    def _element(self, element: Element) -> Iterator[tuple[str, Node]]:
        start = self._at
        before = list(self._gone(start))
        parts = list(self._inner(element.children))
        inside = range(start, self._at)
        yield from before
        if not inside:
            yield _BLANK, element
        elif self._changes.new.issuperset(inside) and not any(
            at in self._changes.gone for at in inside[1:]
        ):
            yield _NEW, element
        else:
            yield _SAME, element.having(_joined(parts))

    def _gone(self, at: int) -> Iterator[tuple[str, Node]]:
        """Yield what went from before a token, once."""
        if at not in self._changes.gone:
            return
        tokens, blank_after = self._changes.gone.pop(at)
        follows = self._changes.tokens[at] if at < len(self._changes.tokens) else None
        is_apart = follows is not None and follows.spaced
        before = " " if tokens[0].spaced and not is_apart else ""
        after = " " if blank_after and not is_apart else ""
        yield _SAME, went([Text(f"{before}{said(tokens)}{after}")])
        if is_apart or (at in self._changes.new and not after):
            yield _SAME, Text(" ")


def _joined(parts: Sequence[tuple[str, Node]]) -> Iterator[Node]:
    """Yield nodes, one mark around those that stand together."""
    kinds = [kind for kind, _ in parts]
    for at, kind in enumerate(kinds):
        if kind == _BLANK:  # a blank between two new words is new
            before = kinds[at - 1] if at else _SAME
            after = next((k for k in kinds[at:] if k != _BLANK), _SAME)
            kinds[at] = before if before == after else _SAME
    marked = zip(kinds, (node for _, node in parts), strict=True)
    for kind, group in groupby(marked, key=lambda pair: pair[0]):
        nodes = [node for _, node in group]
        if kind == _SAME:
            yield from nodes
        else:
            yield came(nodes) if kind == _NEW else relinked(nodes, kind)
