"""The Jinja environment of the pages, and how a failing template becomes a problem."""

import traceback
from collections.abc import Callable

import jinja2
from markupsafe import Markup

from explainer.entries.entry import EntryId
from explainer.pages.anchors import with_own_anchors
from explainer.pages.build import BuiltPage
from explainer.pages.cards import Card
from explainer.pages.pieces import html
from explainer.pages.sandbox import SandboxedPages
from explainer.pages.tables import Context
from explainer.problems import Place, Problem

ShowPath = Callable[[str], str | None]
"""Gives the path by which a problem names a template; None for a file that is none."""


class TemplateFailedError(Exception):
    """A template failed; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def make_environment(loader: jinja2.BaseLoader, *, sandboxed: bool = False) -> jinja2.Environment:
    """Make the environment of all page templates: strict, and escaping everything.

    In a sandbox a template can do no more than lay out, for a while.
    """
    environment = (SandboxedPages if sandboxed else jinja2.Environment)(
        loader=loader,
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        auto_reload=False,  # every build has an environment of its own
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["html"] = html
    environment.filters["card"] = _Cards(environment)
    return environment


class _Cards:
    """Lay each card out once: it is the same on every page."""

    def __init__(self, environment: jinja2.Environment) -> None:
        self._environment = environment
        self._known: dict[EntryId, tuple[Card, Markup]] = {}

    def __call__(self, card: Card) -> Markup:
        """Return the HTML of a card."""
        known = self._known.get(card.entry)
        if known is None or known[0] is not card:
            laid_out = self._environment.get_template("card.html").render(card=card)
            known = self._known[card.entry] = card, Markup(laid_out)
        return known[1]


def render(page: BuiltPage, prose: str, environment: jinja2.Environment, show: ShowPath) -> str:
    """Lay a page out: its template around the rendered prose.

    Raises `TemplateFailedError` when the template is missing or fails.
    """
    if not page.template:
        return prose
    context = {**page.context, "prose": Markup(prose), "foot": page.foot}
    return with_own_anchors(render_template(page.template, context, environment, show), prose)


def render_template(
    name: str, context: Context, environment: jinja2.Environment, show: ShowPath
) -> str:
    """Fill a template.

    Raises `TemplateFailedError` when it is missing or fails.
    """
    # A template runs whatever its author wrote, so any exception at all can come out of it.
    if isinstance(environment, SandboxedPages):
        environment.begin()
    try:
        return environment.get_template(name).render(context)
    except Exception as error:
        raise TemplateFailedError(template_problem(error, name, show)) from error


def template_problem(error: Exception, template: str, show: ShowPath) -> Problem:
    """Say where a template failed: the innermost template line on the way to the error."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        shown = show(error.filename or "") or f"templates/{error.name or template}"
        return Problem("bad-template", Place(shown, error.lineno), str(error.message))
    place = Place(f"templates/{template}")
    for frame in traceback.extract_tb(error.__traceback__):
        name = show(frame.filename)
        if name:
            place = Place(name, frame.lineno or 1)
    hint = "write it, or correct its name" if isinstance(error, jinja2.TemplateNotFound) else ""
    return Problem("bad-template", place, _words(error), hint or "correct the template")


def _words(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template {error.name!r}"
    if isinstance(error, jinja2.UndefinedError):
        return str(error)
    return f"{type(error).__name__}: {error}"
