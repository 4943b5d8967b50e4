"""The report of a comparison as Markdown: a comment that people read in a pull request.

Titles, texts and paths are those of whoever proposed the change, so none of them can become
markup, a mention, a reference to an issue or a link.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from explainer.changes.records import EntryChange, PageChange
from explainer.commands.console import counted
from explainer.commands.diff_comment import MOST, Comment, Forms, length
from explainer.commands.diff_escapes import code, in_html, in_markdown
from explainer.commands.diff_lines import Line, heading, headline, lines_of, reasons
from explainer.commands.diff_pages import about, address, groups
from explainer.commands.diff_problems import ProblemGroup, problem_groups
from explainer.problems import Problem
from explainer.publish.comparing import At, Compared

_SENSITIVE = 36_000  # characters for sensitive changes, if there is anything else
_PROBLEMS = 8_000
_PAGES = 9_000  # are left for cured problems and for pages
_CURED = 3_000
_LONGEST = 8_000  # of one entry: one with more is told in short
_MOST_LINES = 25  # of an entry that is told in short
_TEXT = 300  # characters of a value or sentence that is told in short
_BOLD = 60  # characters up to which a new value stands out


def as_markdown(compared: Compared) -> str:
    """Return what changed as a comment of at most `MOST` characters."""
    changes, url = compared.changes, compared.site_url
    sensitive = changes.sensitive
    rest = [entry for entry in changes.entries if not entry.reasons]
    out = Comment(f"{code(compared.command)} tells of all")
    out.add("## What this changes")
    out.add(f"Compared with {_at(compared.base)}: {headline(changes, len(compared.pages))}")
    if sensitive:
        who = f"**A second person should look at {counted(len(sensitive), 'entry')}:**"
        out.add(f"{who} {in_markdown(reasons(sensitive))}.")
    room = _SENSITIVE if rest or changes.brought or compared.pages else MOST
    blocks = [_open_forms(entry, url) for entry in sensitive]
    out.section("Sensitive changes", blocks, "sensitive entry", room=room)
    problems = _problems(changes.brought)
    out.section("New problems", problems, "new problem", room=_PROBLEMS)
    title, room = "Other changes" if sensitive else "Changes", out.left - _PAGES
    out.section(title, [_folded_forms(e, url) for e in rest], "changed entry", room=room)
    if changes.cured:
        lines = [line for (line,) in _problems(changes.cured)]
        out.folded(f"Problems cured ({len(changes.cured)})", lines, "problem", room=_CURED)
    found = groups(compared.pages, changes.entries)
    if found:
        out.add("### Pages that look different")
    for group in found:
        title = f"{group.heading} ({len(group.pages)})"
        out.folded(title, [_page(page, url) for page in group.pages], "page")
    return out.text


def _at(at: At) -> str:
    is_name = not at.commit.startswith(at.name)
    return f"{code(at.name)} ({code(at.short)})" if is_name else code(at.short)


def _open_forms(entry: EntryChange, url: str) -> Forms:
    """Tell a sensitive change: in full, in short, in a line."""
    told = f"**Sensitive:** {in_markdown('; '.join(entry.reasons))}"
    title = f"#### {_title(entry, url)}\n\n{_where(entry)} {told}"
    line = f"- {_title(entry, url)} {_where(entry)} {told}"
    if entry.what == "removed" and not entry.living:
        return (line,)
    full = f"{title}\n\n{_list(lines_of(entry))}"
    short = f"{title}\n\n{_list(_short(entry))}"
    return (*(form for form in (full, short) if length(form) <= _LONGEST), line)


def _folded_forms(entry: EntryChange, url: str) -> Forms:
    """Tell another change, for a reader to unfold."""
    summary = f"<b>{in_html(entry.title)}</b> ({in_html(heading(entry))})"
    page = f" ([its page]({address(entry, url)}))" if _has_page(entry, url) else ""
    before = f"<details><summary>{summary}</summary>\n\n{code(entry.shown_path)}{page}\n\n"
    full = f"{before}{_list(lines_of(entry))}\n\n</details>"
    short = f"{before}{_list(_short(entry))}\n\n</details>"
    line = f"- {_title(entry, url)} {_where(entry)}"
    return (*(form for form in (full, short) if length(form) <= _LONGEST), line)


def _title(entry: EntryChange, url: str) -> str:
    words = in_markdown(entry.title)
    return f"[{words}]({address(entry, url)})" if _has_page(entry, url) else words


def _has_page(entry: EntryChange, url: str) -> bool:
    return bool(url) and entry.what != "removed"


def _where(entry: EntryChange) -> str:
    return f"{code(entry.shown_path)} ({in_markdown(heading(entry))})."


def _short(entry: EntryChange) -> Iterator[Line]:
    """Yield the first lines of what changed in an entry, each cut to a length."""
    lines = list(lines_of(entry, prose=False))
    for line in islice(lines, _MOST_LINES):
        yield Line(line.depth, tuple((style, _cut(words)) for style, words in line.parts))
    if len(lines) > _MOST_LINES:
        more = counted(len(lines) - _MOST_LINES, "more line")
        yield Line(0, (("plain", f"… {more}"),))


def _cut(words: str) -> str:
    return words if len(words) <= _TEXT else f"{words[:_TEXT].rpartition(' ')[0]} …"


def _list(lines: Iterable[Line]) -> str:
    return "\n".join(f"{'  ' * line.depth}- {_line(line)}" for line in lines)


def _line(line: Line) -> str:
    found = []
    stands_out = any(style == "old" for style, _ in line.parts)
    for style, words in line.parts:
        body = words.strip()
        start = words[: len(words) - len(words.lstrip())]
        end = words[len(words.rstrip()) :] if body else ""
        found.append(
            f"{start}{_styled(style, body, stands_out=stands_out)}{end}" if body else words
        )
    return "".join(found).strip()


def _styled(style: str, words: str, *, stands_out: bool) -> str:
    text = in_markdown(words)
    if style == "label" or (style == "new" and stands_out and len(words) <= _BOLD):
        return f"**{text}**"
    if style == "sensitive":
        return f" **({text})**"
    tag = {"went": "del", "came": "ins"}.get(style, "")
    return f"<{tag}>{text}</{tag}>" if tag else text


def _problems(problems: Iterable[Problem]) -> list[Forms]:
    return [(_problem(group),) for group in problem_groups(problems)]


def _problem(group: ProblemGroup) -> str:
    problem = group.problem
    hint = f" ({in_markdown(_cut(problem.hint))})" if problem.hint else ""
    places = ", ".join(f"{code(place.path)} line {place.line}" for place in group.named)
    words = f"{in_markdown(_cut(problem.message))}{hint}"
    return f"- **{problem.level}** {words}, {code(problem.code)}: {places}{group.more}"


def _page(page: PageChange, url: str) -> str:
    words, title = about(page), in_markdown(page.title or f"/{page.url}")
    name = f"[{title}]({address(page, url)})" if url else code(f"/{page.url}")
    if page.what == "removed":
        name = code(f"/{page.url}")
    return f"- {name}{f': {in_markdown(words)}' if words else ''}"
