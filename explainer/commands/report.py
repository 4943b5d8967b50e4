"""Problems in the forms that people and programs read: text, JSON, GitHub annotations, SARIF."""

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from rich.console import Console
from rich.markup import escape

import explainer
from explainer.problems import CODES, Place, Problem
from explainer.problems.words import inert

LineOf = Callable[[Place], str | None]
"""Gives the text of the line that a place is in, or None where it cannot be read."""

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}
_NO_TEXT = re.compile("[\ud800-\udfff]")
_WIDTH = 100  # of an excerpt: a longer line is cut around the place


def no_line(_: Place) -> str | None:
    """Give no line: for reports without excerpts."""
    return None


def print_problems(
    problems: Sequence[Problem], console: Console, line_of: LineOf = no_line
) -> None:
    """Print each problem: place, level, words, the line with a marker below, and the cure."""
    for problem in problems:
        style = _STYLES[problem.level]
        console.print(
            f"[bold]{escape(inert(str(problem.place)))}[/]: [{style}]{problem.level}[/]: "
            f"{escape(inert(problem.message))} [dim]\\[{problem.code}][/]"
        )
        line = line_of(problem.place)
        if line is not None and line.strip():
            excerpt, marker = marked(line, problem.place.column)
            number = f"{problem.place.line:>6} | "
            console.print(f"[dim]{number}[/]{escape(excerpt)}")
            console.print(f"[dim]{' ' * len(number)}[/][{style}]{' ' * marker}^[/]")
        if problem.hint:
            console.print(f"    {escape(inert(problem.hint))}")


def marked(line: str, column: int) -> tuple[str, int]:
    """Return an excerpt of a line, and the offset in it of a column that counts from 1."""
    shown = inert(line.expandtabs(1), "\ufffd")
    start = max(0, column - 1 - _WIDTH * 2 // 3) if len(shown) > _WIDTH else 0
    prefix = "…" if start else ""
    cut = shown[start : start + _WIDTH]
    suffix = "…" if start + _WIDTH < len(shown) else ""
    return f"{prefix}{cut}{suffix}", min(column - 1 - start, len(cut)) + len(prefix)


def plain(problem: Problem) -> dict[str, str | int]:
    """Return a problem as programs get it."""
    return {
        "code": problem.code,
        "level": problem.level,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def as_json(problems: Sequence[Problem], entries: int, *, notes: bool = False) -> str:
    """Return the problems as one JSON object, for programs; `notes` counts those as well."""
    levels = Counter(problem.level for problem in problems)
    counts = {"errors": levels["error"], "warnings": levels["warning"]}
    report = {
        "problems": [plain(problem) for problem in problems],
        "summary": {"entries": entries, **counts, **({"notes": levels["note"]} if notes else {})},
    }
    return _dumped(report)


def as_github(problems: Sequence[Problem], prefix: str) -> str:
    """Return the problems as workflow commands of GitHub Actions, which annotate the lines.

    `prefix` leads from the root of the repository to the folder of the site.
    """
    return "\n".join(_annotation(problem, prefix) for problem in problems)


def _annotation(problem: Problem, prefix: str) -> str:
    place = problem.place
    properties = {
        "file": f"{prefix}{place.path}",
        "line": str(place.line),
        "col": str(place.column),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = f"{problem.message}: {problem.hint}" if problem.hint else problem.message
    return f"::{_GITHUB[problem.level]} {listed}::{_data(words)}"


def _data(text: str) -> str:
    """Escape the message of a workflow command: whatever reads it finds one line."""
    return inert(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Escape a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem], prefix: str) -> str:
    """Return the problems as a SARIF 2.1.0 log (OASIS), for code scanning tools."""
    codes = sorted({problem.code for problem in problems})
    rules = [_rule(code) for code in codes]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "explainer",
                        "version": explainer.__version__,
                        "rules": rules,
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, codes, prefix) for problem in problems],
            }
        ],
    }
    return _dumped(log)


def _dumped(report: object) -> str:
    """Return a report as JSON; half of a character, as in names that are not UTF-8, is none."""
    return _NO_TEXT.sub("\ufffd", json.dumps(report, indent=2, ensure_ascii=False))


def _rule(name: str) -> dict[str, Any]:
    code = CODES[name]
    return {
        "id": code.name,
        "shortDescription": {"text": code.meaning},
        "help": {"text": code.cure},
        "defaultConfiguration": {"level": code.level},
    }


def _result(problem: Problem, codes: Sequence[str], prefix: str) -> dict[str, Any]:
    words = f"{problem.message}: {problem.hint}" if problem.hint else problem.message
    place = problem.place
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.level,
        "message": {"text": words},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(f"{prefix}{place.path}", errors="replace")},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }
