"""Put a comment together that stays below a length: what matters most comes first and stays."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from explainer.commands.console import counted

MOST = 60_000
"""Characters of a comment; GitHub takes 65,536, and somebody may want to add a few lines."""

_RESERVE = 200  # for the line that says what is left out
Forms = Sequence[str]
"""One thing told at falling length; the last form is a line."""


@dataclass(slots=True)
class Comment:
    """A comment that grows part by part; `all_of_it` says how to see what it leaves out."""

    all_of_it: str
    left: int = MOST
    _parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The comment as it is so far."""
        return "".join(self._parts) + "\n"

    def add(self, text: str) -> None:
        """Add a text that is known to be short."""
        last = self._parts[-1] if self._parts else ""
        gap = "\n" if _is_item(text) and _is_item(last) else "\n\n"
        self._parts.append(f"{gap}{text}" if last else text)
        self.left -= length(text) + len(gap)

    def section(self, title: str, items: Sequence[Forms], noun: str, *, room: int) -> None:
        """Add items under a title, in their longest forms for which there is room.

        Each item is told by its line at least, and those for which there is no room are counted.
        """
        if not items:
            return
        self.add(f"### {title}")
        budget = min(room, self.left) - _RESERVE
        kept: list[int] = []
        for forms in items:
            size = length(forms[-1]) + 2
            if size > budget:
                break
            budget -= size
            kept.append(size)
        chosen = []
        for forms, size in zip(items, kept, strict=False):
            form = next(f for f in forms if length(f) + 2 - size <= budget)
            budget -= length(form) + 2 - size
            chosen.append(form)
        for form in chosen:
            self.add(form)
        self._leave_out(len(items) - len(chosen), noun)

    def folded(self, title: str, lines: Sequence[str], noun: str, *, room: int = MOST) -> None:
        """Add lines that a reader unfolds."""
        budget = min(room, self.left) - _RESERVE - length(title) - 50
        shown = []
        for line in lines:
            budget -= length(line) + 1
            if budget < 0:
                break
            shown.append(line)
        if shown:
            body = "\n".join(shown)
            self.add(f"<details><summary>{title}</summary>\n\n{body}\n\n</details>")
        self._leave_out(len(lines) - len(shown), noun)

    def _leave_out(self, number: int, noun: str) -> None:
        if number and self.left > _RESERVE // 2:
            self.add(f"*{counted(number, f'more {noun}')}; {self.all_of_it}.*")


def _is_item(text: str) -> bool:
    """Say whether a text is one item of a list, on a line of its own."""
    return text.lstrip("\n").startswith("- ") and "\n" not in text.lstrip("\n")


def length(text: str) -> int:
    """Count characters as GitHub may count them: those beyond the first 65,536 are two."""
    return len(text.encode("utf-16-le")) // 2
