"""Walk through Markdown block by block, in the very steps of Python-Markdown's block parser.

What a line is depends on the lists, quotations and notes it stands in, and there Python-Markdown
has ways of its own; so every step here and in `explainer.site.leaves` does what the processor of
the same name does there (`markdown/blockprocessors.py`, and the extensions `admonition`,
`def_list`, `footnotes` and `tables`). The tests compare the two.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from explainer.site.leaves import Leaves, Node
from explainer.site.lines import (
    DEFINITION,
    FOOTNOTE,
    ITEM,
    NOT_INDENTED,
    NOTE,
    QUOTE,
    TAB,
    Blocks,
    Line,
    Lines,
    detabbed,
    indent_of,
    list_items,
    loosely_detabbed,
    split,
    unquoted,
)

_DEEPEST = 50  # nobody nests deeper, and Python-Markdown itself gives up further down
_LISTS, _ALL_LISTS = frozenset({"ul", "ol"}), frozenset({"ul", "ol", "dl"})
_ITEMS, _ALL_ITEMS = frozenset({"li"}), frozenset({"li", "dd"})


@dataclass(slots=True)
class Walker(Leaves):
    """One walk through a text."""

    _footnotes: list[Blocks] = field(default_factory=list)
    _depth: int = 0

    def walk(self, lines: Sequence[Line]) -> None:
        """Walk through a whole text."""
        self._chunk(Node("div"), lines)
        for blocks in self._footnotes:
            self.walk_blocks(Node("div"), blocks)

    def _chunk(self, parent: Node, lines: Iterable[Line]) -> None:
        self.walk_blocks(parent, deque(split(lines)))

    def walk_blocks(self, parent: Node, blocks: Blocks, state: str = "") -> None:
        """Walk through blocks, in a state that some steps ask for."""
        if self._depth > _DEEPEST:
            for block in blocks:
                self.find("text", block)
            return
        if state:
            self.states.append(state)
        self._depth += 1
        while blocks:
            if not blocks[0]:
                blocks.popleft()
            elif not self._step(parent, blocks):
                self.paragraph(parent, blocks.popleft())
        self._depth -= 1
        if state:
            self.states.pop()

    def _step(self, parent: Node, blocks: Blocks) -> bool:
        return (
            self._note(parent, blocks)
            or self._indented(parent, blocks, _LISTS, _ITEMS)
            or self._indented(parent, blocks, _ALL_LISTS, _ALL_ITEMS)
            or self.leaf(parent, blocks)
            or self._list(parent, blocks, "ol")
            or self._list(parent, blocks, "ul")
            or self._definition(parent, blocks)
            or self._quotation(parent, blocks)
            or self._footnote(blocks)
            or self.reference(blocks)
        )

    def _note(self, parent: Node, blocks: Blocks) -> bool:
        number = blocks[0].first(NOTE)
        if number is not None:
            block = blocks.popleft()
            self.walk_blocks(parent, deque([block[:number]]))
            self.find("text", block[number : number + 1])
            inner, rest = detabbed(block[number + 1 :])
            note = parent.add("note")
            if not block[number].text.rstrip().endswith('""'):
                note.add("p")
        else:
            inside = _inside_note(parent, blocks[0])
            if inside is None:
                return False
            blocks.popleft()
            note, inner, rest = inside
            if note.tag in _ALL_ITEMS:
                note.wrap_text()
        self._chunk(note, inner)
        blocks.appendleft(rest)
        return True

    def _indented(
        self, parent: Node, blocks: Blocks, lists: frozenset[str], items: frozenset[str]
    ) -> bool:
        below_list = parent.last is not None and parent.last.tag in lists
        if not blocks[0][0].text.startswith(TAB) or self.state_is("detabbed"):
            return False
        if parent.tag not in items and not below_list:
            return False
        level, sibling = self._level(parent, blocks[0], lists, items)
        block = loosely_detabbed(blocks.popleft(), level)
        self.states.append("detabbed")
        if parent.tag in items:
            inner = parent.last if parent.last and parent.last.tag in lists else parent
            self.walk_blocks(inner, deque([block]))
        elif sibling.tag in items:
            self.walk_blocks(sibling, deque([block]))
        elif sibling.last and sibling.last.tag in items:
            sibling.last.wrap_text()
            self._chunk(sibling.last, block)
        else:
            self.walk_blocks(sibling.add("dd" if "dd" in items else "li"), deque([block]))
        self.states.pop()
        return True

    def _level(
        self, parent: Node, block: Lines, lists: frozenset[str], items: frozenset[str]
    ) -> tuple[int, Node]:
        """Return how many levels of lists an indented block lies below, and in which of them."""
        wanted, level = indent_of(block[0]) // 4, 1 if self.state_is("list") else 0
        while wanted > level:
            child = parent.last
            if child is None or child.tag not in lists | items:
                break
            level += child.tag in lists
            parent = child
        return level, parent

    def _list(self, parent: Node, blocks: Blocks, tag: str) -> bool:
        if not ITEM[tag].match(blocks[0][0].text):
            return False
        items, sibling = list_items(blocks.popleft()), parent.last
        if sibling is not None and sibling.tag in _LISTS:
            whole = sibling
            item = whole.last
            if item:
                item.wrap_text()
                if item.last and item.last.has_tail:
                    item.last.has_tail = False
                    item.add("p")
            self.walk_blocks(whole.add("li"), deque([items.popleft()]), "looselist")
        else:
            whole = parent if parent.tag in _LISTS else parent.add(tag)
        self.states.append("list")
        for lines in items:
            nested = lines[0].text.startswith(TAB) and whole.last
            self.walk_blocks(nested or whole.add("li"), deque([lines]))
        self.states.pop()
        return True

    def _definition(self, parent: Node, blocks: Blocks) -> bool:
        block = blocks[0]
        number = block.first(DEFINITION)
        if number is None or (number == 0 and parent.last is None):
            return False
        blocks.popleft()
        mark = DEFINITION.match(block[number].text)
        inner, rest = block[number + 1 :], Lines()
        if inner and not NOT_INDENTED.match(inner[0].text):
            inner, rest = detabbed(inner)
        state = "list"
        has_terms = number > 0
        if not has_terms and parent.last and parent.last.tag == "p":
            parent.children.pop()
            state, has_terms = "looselist", True
            self._part_terms()
        whole = parent.last
        if whole is None or whole.tag != "dl":
            whole = parent.add("dl")
        elif not has_terms and whole.last and whole.last.tag == "dd" and whole.last.children:
            state = "looselist"
        for line in block[:number]:
            self.find("text", Lines([line]))
            whole.add("dt")
        first = block[number].cut(mark.end() if mark else 0)
        self.walk_blocks(whole.add("dd"), deque([Lines([first, *inner])]), state)
        blocks.appendleft(rest)
        return True

    def _part_terms(self) -> None:
        """Make a term of each line of the paragraph found last."""
        if self.found and self.found[-1][0] == "text":
            _, lines, _ = self.found.pop()
            for line in lines:
                self.find("text", Lines([line]))

    def _quotation(self, parent: Node, blocks: Blocks) -> bool:
        number = blocks[0].first(QUOTE)
        if number is None:
            return False
        block = blocks.popleft()
        self.walk_blocks(parent, deque([block[:number]]))
        whole = parent.last
        if whole is None or whole.tag != "blockquote":
            whole = parent.add("blockquote")
        self.quotations += 1
        self.states.append("blockquote")
        self._chunk(whole, (unquoted(line) for line in block[number:]))
        self.states.pop()
        self.quotations -= 1
        return True

    def _footnote(self, blocks: Blocks) -> bool:
        number = blocks[0].first(FOOTNOTE)
        if number is None:
            return False
        block = blocks.popleft()
        following = block[number + 1 :].first(FOOTNOTE)
        end = len(block) if following is None else number + 1 + following
        mark = FOOTNOTE.match(block[number].text)
        lines = Lines([block[number].cut(mark.end() if mark else 0), *block[number + 1 : end]])
        footnote: Blocks = deque([loosely_detabbed(lines, 1)])
        if following is None:
            while blocks and blocks[0] and blocks[0][0].text.startswith(TAB):
                more = blocks.popleft()
                stop = more.first(FOOTNOTE)
                footnote.append(loosely_detabbed(more[:stop], 1))
                if stop is not None:
                    blocks.appendleft(more[stop:])
                    break
        else:
            blocks.appendleft(block[end:])
        self._footnotes.append(footnote)
        blocks.appendleft(block[:number])
        return True


def _inside_note(parent: Node, block: Lines) -> tuple[Node, Lines, Lines] | None:
    """Say which note an indented block goes on with, or which list in it."""
    note = parent.last
    if note is None or note.tag != "note":
        return None
    width, indent, inner = indent_of(block[0]), 0, note.last
    while note is not None and inner and inner.tag in _ALL_LISTS and width - indent >= 8:
        note = inner.last
        inner = note.last if note else None
        indent += 4
    if note is None or width - indent < 4:
        return None
    return (note, *detabbed(block, indent + 4))
