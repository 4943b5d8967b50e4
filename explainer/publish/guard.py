"""Guard the templates of the theme: where one fails, say so at its own file and line."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from html import escape
from typing import Any

import jinja2
from mkdocs.structure.files import Files

from explainer.entries.entry import DocPath
from explainer.pages.build import PlannedPage
from explainer.pages.environment import ShowPath, TemplateFailedError, template_problem
from explainer.problems import Problem
from explainer.publish.templates import theme_templates

Failed = Callable[[Problem], str]
"""Told of a template that fails; gives the page to show in place of it, or raises."""


def guard(environment: jinja2.Environment, show: ShowPath, failed: Failed) -> None:
    """Have every template that the environment loads from now on report its failure."""

    class Guarded(jinja2.Template):
        """A template that reports where it fails."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            try:
                return _render(super().render, self.name or "", show, *args, **kwargs)
            except TemplateFailedError as failure:
                return failed(failure.problem)

    assert environment.loader is not None
    environment.loader = _GuardedLoader(environment.loader, show, failed)
    environment.template_class = Guarded
    environment.bytecode_cache = theme_templates(environment)


def _render(
    render: Callable[..., str], name: str, show: ShowPath, *args: Any, **kwargs: Any
) -> str:
    # A template runs whatever its author wrote, so any exception at all can come out of it.
    try:
        return render(*args, **kwargs)
    except Exception as error:
        raise TemplateFailedError(template_problem(error, f"theme/{name}", show)) from error


class _GuardedLoader(jinja2.BaseLoader):
    """Load what another loader finds; a template that is not one becomes a page that says so."""

    def __init__(self, loader: jinja2.BaseLoader, show: ShowPath, failed: Failed) -> None:
        self._loader, self._show, self._failed = loader, show, failed

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - the name it overrides
    ) -> jinja2.Template:
        try:
            return self._loader.load(environment, name, globals)
        except jinja2.TemplateSyntaxError as error:
            page = self._failed(template_problem(error, f"theme/{name}", self._show))
        return environment.from_string(
            "{{ explainer_emergency | safe }}", {"explainer_emergency": page}
        )

    def list_templates(self) -> list[str]:
        return self._loader.list_templates()


def missing_templates(
    env: jinja2.Environment, pages: Mapping[DocPath, PlannedPage], files: Files
) -> Iterator[Problem]:
    """Yield a problem for each page that names a template the theme does not have."""
    for path, page in pages.items():
        file = files.get_file_from_path(path)
        meta = file.page.meta if file and file.page else {}
        if not page.source or "template" not in meta:
            continue
        try:
            env.get_template(meta["template"])
        except jinja2.TemplateNotFound:
            place = page.source.place_of(("template",))
            message = f"the theme has no template {meta.pop('template')!r}"
            yield Problem("bad-template", place, message, "correct the name, or write the template")


def emergency_page(problem: Problem) -> str:
    """Return a page that needs no template, for a theme that fails while the site is served."""
    hint = f"<p>{escape(problem.hint)}</p>" if problem.hint else ""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The theme fails'
        "</title></head><body><h1>The theme fails</h1>"
        f"<p><code>{escape(str(problem.place))}</code> {escape(problem.message)}</p>{hint}"
        "</body></html>"
    )


def failed_page(address: str) -> bytes:
    """Return a page in place of one that cannot be rendered; the terminal says why."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>This page fails'
        f"</title></head><body><h1>This page fails</h1><p><code>{escape(address)}</code> cannot "
        "be rendered. The terminal says why.</p></body></html>"
    ).encode()
