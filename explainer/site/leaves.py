"""The pieces that Markdown's containers hold in the end: headings, code, tables, paragraphs."""

from abc import ABC, abstractmethod
from collections import deque
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from explainer.site.lines import (
    HASHES,
    MAYBE_REFERENCE,
    REFERENCE,
    RULE,
    TAB,
    UNDERLINE,
    Blocks,
    Line,
    Lines,
    detabbed,
    loosely_detabbed,
)
from explainer.site.rows import may_be_table, table_cells

Sort: TypeAlias = Literal["code", "heading", "text", "row"]
Found: TypeAlias = tuple[Sort, Lines, bool]
"""What a piece of the text is, its lines, and whether it stands in a quotation."""


_REFERENCE_LINES = 6  # label, address and title may stand on lines of their own


@dataclass(slots=True)
class Node:
    """An element that Python-Markdown would make; only what later steps ask about is kept."""

    tag: str
    children: list["Node"] = field(default_factory=list)
    has_text: bool = False
    has_tail: bool = False

    @property
    def last(self) -> "Node | None":
        """The last child, if there is one."""
        return self.children[-1] if self.children else None

    def add(self, tag: str) -> "Node":
        """Add a child."""
        node = Node(tag)
        self.children.append(node)
        return node

    def wrap_text(self) -> None:
        """Move the text of a list item into a paragraph of its own."""
        if self.has_text:
            self.has_text = False
            self.children.insert(0, Node("p"))


@dataclass(slots=True)
class Leaves(ABC):
    """The steps that find something; `found` is what a walk came by."""

    found: list[Found] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    quotations: int = 0

    @abstractmethod
    def walk_blocks(self, parent: Node, blocks: Blocks, state: str = "") -> None:
        """Walk through blocks that stand in a container."""

    def leaf(self, parent: Node, blocks: Blocks) -> bool:
        """Take a heading, a rule, a table or code off the front; say whether there was one."""
        return (
            self._code(parent, blocks)
            or self._table(parent, blocks)
            or self._hashes(parent, blocks)
            or self._underlined(parent, blocks)
            or self._rule(parent, blocks)
        )

    def find(self, sort: Sort, lines: Lines) -> None:
        """Keep a piece of the text."""
        if sort == "heading" or any(line.text.strip() for line in lines):
            self.found.append((sort, lines, self.quotations > 0))

    def state_is(self, state: str) -> bool:
        """Say whether the innermost state is this one."""
        return bool(self.states) and self.states[-1] == state

    def _code(self, parent: Node, blocks: Blocks) -> bool:
        if not blocks[0][0].text.startswith(TAB):
            return False
        inner, rest = detabbed(blocks.popleft())
        if parent.last is None or parent.last.tag != "pre":
            parent.add("pre")
        self.find("code", inner)
        blocks.appendleft(rest)
        return True

    def _table(self, parent: Node, blocks: Blocks) -> bool:
        block = blocks[0]
        if len(block) < 2 or not may_be_table(block[0].text, block[1].text):
            return False
        rows = table_cells([line.text for line in block])
        if not rows:
            return False
        parent.add("table")
        for line, cells in zip(blocks.popleft(), rows, strict=True):
            self.find("row", Lines(Line(line.text[a:b], line.start + a) for a, b in cells))
        return True

    def _hashes(self, parent: Node, blocks: Blocks) -> bool:
        number = blocks[0].first(HASHES)
        if number is None:
            return False
        block = blocks.popleft()
        self.walk_blocks(parent, deque([block[:number]]))
        title = HASHES.match(block[number].text)
        assert title is not None
        line = block[number]
        parent.add("heading")
        self.find("heading", Lines([Line(title["title"], line.start + title.start("title"))]))
        rest = block[number + 1 :]
        blocks.appendleft(loosely_detabbed(rest, 1) if self.state_is("looselist") else rest)
        return True

    def _underlined(self, parent: Node, blocks: Blocks) -> bool:
        if len(blocks[0]) < 2 or not UNDERLINE.match(blocks[0][1].text):
            return False
        block = blocks.popleft()
        parent.add("heading")
        self.find("heading", block[:1])
        blocks.appendleft(block[2:])
        return True

    def _rule(self, parent: Node, blocks: Blocks) -> bool:
        number = blocks[0].first(RULE)
        if number is None:
            return False
        block = blocks.popleft()
        self.walk_blocks(parent, deque([block[:number]]))
        parent.add("hr")
        blocks.appendleft(block[number + 1 :])
        return True

    def reference(self, blocks: Blocks) -> bool:
        """Take the definition of a reference out; say whether there was one."""
        block = blocks[0]
        number = block.first(MAYBE_REFERENCE)
        while number is not None:
            window = "\n".join(line.text for line in block[number : number + _REFERENCE_LINES])
            match = REFERENCE.match(window)
            if match:
                blocks.popleft()
                blocks.appendleft(block[number + match[0].count("\n") + 1 :])
                blocks.appendleft(block[:number])
                return True
            following = block[number + 1 :].first(MAYBE_REFERENCE)
            number = None if following is None else number + 1 + following
        return False

    def paragraph(self, parent: Node, block: Lines) -> None:
        """Take a block as a paragraph, or as the text of an item in a list without blank lines."""
        if not self.state_is("list"):
            parent.add("p")
        elif parent.last.has_tail if parent.last else parent.has_text:
            block = Lines([*self.found.pop()[1], *block])
        elif parent.last:
            parent.last.has_tail = True
        else:
            parent.has_text = True
        self.find("text", block)
