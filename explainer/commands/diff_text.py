"""The report of a comparison for a terminal: sensitive changes first, coloured by rich."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from explainer.changes.records import EntryChange
from explainer.commands.console import counted
from explainer.commands.diff_lines import Line, heading, headline, lines_of, reasons
from explainer.commands.diff_pages import about, address, groups
from explainer.commands.diff_problems import problem_groups
from explainer.problems import Problem
from explainer.problems.words import visible
from explainer.publish.comparing import Compared

_STYLES = {"label": "bold", "old": "red", "new": "green", "went": "red", "came": "green"}
_STYLES |= {"sensitive": "bold red", "plain": ""}
_SIGNS = {"went": ("[-", "-]"), "came": ("{+", "+}"), "sensitive": (" [", "]")}
_WIDEST, _IN_A_FILE = 100, 80  # columns


def print_text(compared: Compared, console: Console) -> None:
    """Print what changed."""
    printer = _Printer(console, min(console.width, _WIDEST) if console.is_terminal else _IN_A_FILE)
    changes = compared.changes
    printer.say(f"Compared with {compared.base.words}: {headline(changes, len(compared.pages))}")
    sensitive = changes.sensitive
    if sensitive:
        printer.title(f"A second person should look at {counted(len(sensitive), 'entry')}")
        printer.say(f"{reasons(sensitive)}.".capitalize())
        printer.entries(sensitive)
    rest = [entry for entry in changes.entries if not entry.reasons]
    if rest:
        printer.title("Other changes" if sensitive else "Changes")
        printer.entries(rest)
    printer.problems("New problems", changes.brought)
    printer.problems("Problems cured", changes.cured)
    for group in groups(compared.pages, changes.entries):
        printer.title(f"{group.heading} ({len(group.pages)})")
        alike: dict[str, list[str]] = {}
        for page in group.pages:
            alike.setdefault(about(page), []).append(address(page, compared.site_url))
        for words, addresses in alike.items():
            printer.say(f"{f'{words}: ' if words else ''}{' '.join(addresses)}")


class _Printer:
    def __init__(self, console: Console, width: int) -> None:
        self._console, self._width = console, width

    def say(self, words: str | Text, indent: int = 0) -> None:
        """Print a paragraph; lines that go on are indented further."""
        text = words if isinstance(words, Text) else Text(visible(words))
        room = max(20, self._width - indent - 2)
        for number, line in enumerate(text.wrap(self._console, room) or [text]):
            margin = " " * (indent + (2 if number else 0))
            line.rstrip()
            self._console.print(Text.assemble(margin, line), soft_wrap=True)

    def title(self, words: str) -> None:
        """Print the heading of a part."""
        self._console.print()
        self.say(Text(words, style="bold underline"))

    def entries(self, entries: Iterable[EntryChange]) -> None:
        """Print what changed in entries."""
        for entry in entries:
            self._console.print()
            self.say(Text.assemble((visible(entry.title), "bold"), f" ({heading(entry)})"))
            self.say(Text(visible(entry.shown_path), style="dim"), 2)
            for reason in entry.sensitive:
                self.say(Text(f"[{reason}]", style="bold red"), 2)
            for line in lines_of(entry):
                self.say(_text(line), 2 + 2 * line.depth)

    def problems(self, words: str, problems: Sequence[Problem]) -> None:
        """Print problems under a heading."""
        if problems:
            self.title(f"{words} ({len(problems)})")
            for group in problem_groups(problems):
                found = group.problem
                hint = f" ({found.hint})" if found.hint else ""
                self.say(f"{found.level}: {found.message}{hint} [{found.code}]")
                self.say(f"{', '.join(map(str, group.named))}{group.more}", 2)


def _text(line: Line) -> Text:
    """Return a line in colours, and with signs around words that went and came."""
    text = Text()
    for style, words in line.parts:
        before, after = _SIGNS.get(style, ("", ""))
        body = words.lstrip()
        text.append(words[: len(words) - len(body)])
        text.append(f"{before}{visible(body)}{after}", style=_STYLES[style])
    return text
