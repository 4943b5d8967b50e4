"""Where templates come from: the site's own, the subjects', the generator's, in this order."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

from explainer.entries.kinds import Kind
from explainer.pages.build import entry_template
from explainer.pages.environment import (
    ShowPath,
    TemplateFailedError,
    make_environment,
    template_problem,
)
from explainer.pages.overviews import INDEXES, index_template
from explainer.problems import Place, Problem
from explainer.publish.languages import OWN, untranslated
from explainer.publish.own_templates import generator_templates
from explainer.publish.untrusted import Untrusted
from explainer.subjects import Subject
from explainer.words import Words


def template_names(subjects: Iterable[Subject]) -> tuple[str, ...]:
    """Return the names of the templates that the generator and some subjects bring along."""
    added = [subject.templates for subject in subjects if subject.templates]
    folders = [generator_templates(), *added]
    return tuple(sorted(path.name for folder in folders for path in folder.glob("*.html")))


def plain_templates(kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield the templates of a kind that has none of its own: those of all kinds."""
    yield entry_template(kind), '{% extends "entry.html" %}'
    yield index_template(kind), f'{{% extends "{INDEXES[kind.order]}" %}}'


class CompiledTemplates(jinja2.BytecodeCache):
    """Keep templates compiled for as long as this process lives: serving builds again and again.

    Jinja checks that the source is the same. One is for environments of one make only.
    """

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is known."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


_THEME_TEMPLATES = CompiledTemplates()


def theme_templates(theme: jinja2.Environment) -> CompiledTemplates | None:
    """Return what keeps the compiled templates of a theme; in a sandbox they are other code."""
    return None if theme.sandboxed else _THEME_TEMPLATES


def keep_compiled(theme: Theme) -> None:
    """Have every environment that MkDocs gets from a theme keep its templates compiled."""
    make = theme.get_env

    def get_env() -> jinja2.Environment:
        made = make()
        made.bytecode_cache = theme_templates(made)
        return made

    theme.get_env = get_env  # type: ignore[method-assign]


@cache
def _page_templates(_: Words) -> CompiledTemplates:
    """Keep the page templates of a language, whose texts are compiled into them."""
    return CompiledTemplates()


class TemplateFolders:
    """The template folders of one site.

    Of a site that is not trusted its own are left out, unless its base has the very same; and no
    template can do more than lay out.
    """

    def __init__(
        self, site_folder: Path, subjects: Sequence[Subject], untrusted: Untrusted | None = None
    ) -> None:
        own = (site_folder / "templates").resolve()
        self.is_sandboxed = untrusted is not None
        is_taken = untrusted is None or own == generator_templates() or untrusted.has_templates
        self._own = [own] if is_taken and own != generator_templates() else []
        added = [subject.templates for subject in subjects if subject.templates]
        found = [*self._own, *added, generator_templates()]
        kinds = [kind for subject in subjects for kind in subject.kinds]
        self._fallbacks = {name: text for kind in kinds for name, text in plain_templates(kind)}
        self._site_folder, self._subjects = site_folder.resolve(), subjects
        self._folders = tuple(dict.fromkeys(f.resolve() for f in found if f.is_dir()))
        self._locale = self._site_folder / OWN

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders, the first one before the others; that of the site's own texts is the last.

        These are all that pages are made from beside the content.
        """
        return (*self._folders, *([self._locale] if self._locale.is_dir() else ()))

    @property
    def theme_folders(self) -> list[str]:
        """The folders that override templates of the theme."""
        return [str(folder / "theme") for folder in self._folders if (folder / "theme").is_dir()]

    def theme_is_ours(self, custom_dir: str | None) -> bool:
        """Say whether only the generator and the subjects override templates of the theme."""
        return not custom_dir and not any((own / "theme").is_dir() for own in self._own)

    def has_own(self, template: str, custom_dir: str | None) -> bool:
        """Say whether the site itself overrides a template of the theme."""
        folders = [Path(custom_dir)] if custom_dir else []
        folders += [own / "theme" for own in self._own]
        return any((folder / template).is_file() for folder in folders)

    def environment(self, words: Words) -> jinja2.Environment:
        """Make the environment of the page templates, with the texts of a language."""
        written = jinja2.FileSystemLoader([str(f) for f in self._folders])
        loader = jinja2.ChoiceLoader([written, jinja2.DictLoader(self._fallbacks)])
        made = make_environment(loader, words, sandboxed=self.is_sandboxed)
        made.bytecode_cache = None if self.is_sandboxed else _page_templates(words)
        return made

    def show(self, filename: str) -> str | None:
        """Name a template as problems do; None for a file that is no template of ours."""
        path = Path(filename)
        if not any(path.is_relative_to(folder) for folder in self._folders):
            return None
        return Path(os.path.relpath(path, self._site_folder)).as_posix()

    def problems(self, theme: jinja2.Environment, words: Words) -> list[Problem]:
        """Compile every template, those that override the theme in the environment of the theme.

        Returns a problem for each that cannot be compiled, and for texts without a translation.
        """
        theme.bytecode_cache = theme_templates(theme)
        own = self.environment(words)
        names = own.list_templates(extensions=("html",))
        pages = [name for name in names if not name.startswith("theme/")]
        overrides = [name.removeprefix("theme/") for name in names if name.startswith("theme/")]
        compiled = [*self._uncompiled(own, pages), *self._uncompiled(theme, overrides)]
        return [*compiled, *untranslated(words, self._subjects, self._site_folder)]

    def _uncompiled(
        self, environment: jinja2.Environment, names: Iterable[str]
    ) -> Iterator[Problem]:
        for name in names:
            try:
                environment.get_template(name)
            except jinja2.TemplateNotFound:
                continue  # an override of another theme than the site has
            except jinja2.TemplateSyntaxError as error:
                yield template_problem(error, name, self.show)
            except UnicodeDecodeError:
                place = Place(f"templates/{name}")
                yield Problem("bad-template", place, "the file is not UTF-8", "save it as UTF-8")


__all__ = ["ShowPath", "TemplateFailedError", "TemplateFolders", "generator_templates"]
