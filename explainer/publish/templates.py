"""Where templates come from: the site's own, the subjects', the generator's, in this order."""

from collections.abc import Sequence
from pathlib import Path

import jinja2

import explainer
from explainer.pages.environment import (
    ShowPath,
    TemplateFailedError,
    make_environment,
    template_problem,
)
from explainer.problems import Problem
from explainer.subjects import Subject

_PACKAGE = Path(explainer.__file__).parent


def generator_templates() -> Path:
    """Return the folder of the generator's templates, in a checkout or in an installed package."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


class TemplateFolders:
    """The template folders of one site."""

    def __init__(self, site_folder: Path, subjects: Sequence[Subject]) -> None:
        own = site_folder / "templates"
        found = [own, *(subject.templates for subject in subjects), generator_templates()]
        self._site_folder = site_folder.resolve()
        self._folders = tuple(dict.fromkeys(f.resolve() for f in found if f.is_dir()))

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders, the first one before the others."""
        return self._folders

    @property
    def theme_folders(self) -> list[str]:
        """The folders that override templates of the theme."""
        return [str(folder / "theme") for folder in self._folders if (folder / "theme").is_dir()]

    def environment(self) -> jinja2.Environment:
        """Make the environment of the page templates."""
        return make_environment(jinja2.FileSystemLoader([str(f) for f in self._folders]))

    def show(self, filename: str) -> str | None:
        """Name a template as problems do; None for a file that is no template."""
        path = Path(filename)
        if not any(path.is_relative_to(folder) for folder in self._folders):
            return None
        if path.suffix != ".html":
            return None
        if path.is_relative_to(self._site_folder):
            return path.relative_to(self._site_folder).as_posix()
        folder = next(f for f in self._folders if path.is_relative_to(f))
        return f"templates/{path.relative_to(folder).as_posix()}"

    def problems(self) -> list[Problem]:
        """Compile every page template, and report those that cannot be."""
        environment = self.environment()
        found: list[Problem] = []
        for name in environment.list_templates(extensions=("html",)):
            if name.startswith("theme/"):  # these belong to the environment of the theme
                continue
            try:
                environment.get_template(name)
            except jinja2.TemplateSyntaxError as error:
                found.append(template_problem(error, name, self.show))
        return found


__all__ = ["ShowPath", "TemplateFailedError", "TemplateFolders", "generator_templates"]
