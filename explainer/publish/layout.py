"""Lay one page out for MkDocs: its metadata, and its prose, made harmless, in its template."""

import html
from collections.abc import Mapping
from typing import Any

import jinja2

from explainer.pages.build import BuiltPage
from explainer.pages.clean import cleaned, findings
from explainer.pages.environment import ShowPath, TemplateFailedError, render, render_template
from explainer.pages.titles import HOME, has_heading
from explainer.problems import Place, Problem
from explainer.settings import Limits
from explainer.words import Words

_HIDDEN = ["navigation", "toc", "path"]


def metadata(built: BuiltPage, words: Words) -> dict[str, Any]:
    """Return the metadata of a page that we lay out; the theme prints it without escaping.

    A page without a title of its own gets the one that MkDocs finds: its heading, or "Home",
    which MkDocs says in English only.
    """
    name = built.title
    if not name and not words.is_english and not has_heading(built.markdown):
        name = words.gettext(HOME)
    title = {"title": html.escape(name)} if name else {}
    return {**title, "description": html.escape(built.description), "hide": list(_HIDDEN)}


def metadata_of(built: BuiltPage, given: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Return the metadata of any page of ours: an ordinary one has what its editor wrote."""
    found: dict[str, Any] = escaped(dict(given)) if built.kind == "page" else metadata(built, words)
    return found


def escaped(value: Any) -> Any:
    """Return the metadata that an editor wrote with all its text escaped, however deep."""
    if isinstance(value, str):
        return html.escape(value)
    if isinstance(value, list):
        return [escaped(item) for item in value]
    if isinstance(value, dict):
        return {key: escaped(item) for key, item in value.items()}
    return value


def laid_out(
    built: BuiltPage,
    prose: str,
    environment: jinja2.Environment,
    show: ShowPath,
    limits: Limits | None = None,
) -> tuple[str, list[Problem]]:
    """Put the rendered prose of a page into its template.

    Prose that became too large, of a few lines that were repeated perhaps, is left out. Whatever
    could run code is taken out and reported; a template that fails is reported, and the prose
    alone is the page.
    """
    most = (limits or Limits()).page_size
    safe, problems = _safe(prose, built) if len(prose) <= most else _large(prose, built, most)
    try:
        return render(built, safe, environment, show), problems
    except TemplateFailedError as failure:
        return safe, [*problems, failure.problem]


def foot_below(
    built: BuiltPage | None, environment: jinja2.Environment, show: ShowPath
) -> tuple[str, list[Problem]]:
    """Lay out what stands below the content of an ordinary page; others have it in theirs."""
    if built is None or built.kind != "page":
        return "", []
    try:
        return render_template("foot.html", {"foot": built.foot}, environment, show), []
    except TemplateFailedError as failure:
        return "", [failure.problem]


def _large(prose: str, built: BuiltPage, most: int) -> tuple[str, list[Problem]]:
    place = built.source.place_in_prose(0) if built.source else Place(built.path)
    message = f"the page has {len(prose)} characters as HTML"
    hint = f"make several of it; the limit is {most} (limits: page_size in mkdocs.yml)"
    return "", [Problem("over-limit", place, message, hint)]


def _safe(prose: str, built: BuiltPage) -> tuple[str, list[Problem]]:
    found = findings(prose)
    if not found:
        return prose, []
    path = built.source.shown_path if built.source else built.path
    line = built.source.prose_line if built.source else 1
    problems = [
        Problem("unsafe-markup", Place(path, line), f"{what} is not allowed", "take it out")
        for what in found
    ]
    return cleaned(prose), problems
