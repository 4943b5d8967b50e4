"""The Jinja environment of the pages, and how a failing template becomes a problem."""

import re
import traceback
from collections.abc import Callable
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.ext import InternationalizationExtension
from markupsafe import Markup

from explainer.entries.entry import EntryId
from explainer.pages.anchors import with_own_anchors
from explainer.pages.build import BuiltPage
from explainer.pages.cards import Card
from explainer.pages.pieces import html
from explainer.pages.sandbox import SandboxedPages
from explainer.pages.tables import Context
from explainer.problems import Place, Problem
from explainer.words import ENGLISH_WORDS, Words

ShowPath = Callable[[str], str | None]
"""Gives the path by which a problem names a template; None for a file that is none."""


class TemplateFailedError(Exception):
    """A template failed; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


_SLOT = re.compile(r"%\((\w+)\)s")


class _Translated(InternationalizationExtension):
    """Compile the texts of `trans` blocks into the templates, with their slots between them.

    So they take no time on a page, in whatever language. Only the form for a number is looked up
    when a page is laid out.
    """

    words: Words

    def _make_node(self, singular: str, plural: str | None, *rest: Any) -> nodes.Output:
        if plural is not None:
            return super()._make_node(singular, plural, *rest)
        context, variables, *_ = rest
        pieces = _SLOT.split(self.words.catalogue.find(singular, context or ""))
        found: list[nodes.Expr] = []
        for place, piece in enumerate(pieces):
            if place % 2:
                found.append(variables[piece])
            elif piece:
                found.append(nodes.TemplateData(piece.replace("%%", "%")))
        return nodes.Output(found)

    def install(self, words: Words) -> None:
        """Take the texts of a language."""
        self.words, find = words, words.catalogue
        self._install_callables(
            find.find,
            find.find_for,
            newstyle=True,
            pgettext=lambda context, text: find.find(text, context),
            npgettext=lambda context, one, many, number: find.find_for(one, many, number, context),
        )


def make_environment(
    loader: jinja2.BaseLoader, words: Words = ENGLISH_WORDS, *, sandboxed: bool = False
) -> jinja2.Environment:
    """Make the environment of all page templates: strict, escaping everything, in a language.

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
    environment.policies["ext.i18n.trimmed"] = True
    environment.add_extension(_Translated)
    translated = environment.extensions[_Translated.identifier]
    assert isinstance(translated, _Translated)
    translated.install(words)
    environment.globals |= {"site_language": words.tag, "site_direction": words.direction}
    environment.globals["sheets_in_place"] = True
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
