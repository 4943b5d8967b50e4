"""Write the skeleton of a new entry into a site."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from slugify import slugify

from explainer.entries.kinds import Kind
from explainer.entries.near import did_you_mean
from explainer.entries.shapes import Shape, shapes_of
from explainer.entries.values import OneOf, OneOfSetting
from explainer.publish.config import WrongConfigurationError, load, settings_of, subjects_of
from explainer.publish.plugin import plugin_of
from explainer.settings import Settings
from explainer.subjects import kinds_with

_ID_LENGTH = 80
_PAGES_OF_FOLDERS = ("index", "readme")


@dataclass(frozen=True, slots=True)
class Written:
    """Whether a skeleton was written, and what to tell the editor: its path, or why not."""

    done: bool
    message: str


def write_skeleton(config_file: str, kind_name: str, title: str) -> Written:
    """Write a file with the required fields of a kind, to be filled in.

    Raises `WrongConfigurationError` for a kind that does not exist, or a title that makes no id.
    """
    config, _ = load(config_file)
    options = plugin_of(config).config
    kinds = kinds_with(subjects_of(options))
    kind = _kind(kind_name, kinds)
    title = " ".join(title.split())
    name = f"{_id(title)}.md"
    docs = Path(config.docs_dir)
    taken = [docs / other.folder / name for other in kinds if (docs / other.folder / name).exists()]
    if taken:
        return Written(False, f"there is {_shown(taken[0])} already")
    path = docs / kind.folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(kind, title, settings_of(config, options, drafts=False)))
    except OSError as error:
        return Written(False, f"{_shown(path)} cannot be written: {error.strerror or error}")
    return Written(True, _shown(path))


def _kind(name: str, kinds: Sequence[Kind]) -> Kind:
    """Find a kind by its name; a near name, or that of its folder, is offered."""
    known = {kind.name: kind for kind in kinds}
    if name in known:
        return known[name]
    near = did_you_mean(name, [*known, *(kind.folder for kind in kinds)])
    near = next((kind.name for kind in kinds if kind.folder == near), near)
    hint = f"did you mean {near}?" if near else "there are: " + ", ".join(known)
    raise WrongConfigurationError(f"there is no kind {name!r}; {hint}")


def _id(title: str) -> str:
    found = slugify(title, max_length=_ID_LENGTH, word_boundary=True)
    if not found:
        raise WrongConfigurationError(
            f"the title {title!r} has no letter or digit to make an id of"
        )
    if found in _PAGES_OF_FOLDERS:
        raise WrongConfigurationError(
            f"the title {title!r} makes the id {found!r}, which is that of a folder's own page"
        )
    return found


def skeleton(kind: Kind, title: str, settings: Settings) -> str:
    """Return the text of a new entry: its title, and its other required fields empty."""
    lines = ["---", f"title: {_as_yaml(title)}"]
    for shape in shapes_of(kind.model):
        if shape.is_required and shape.name != "title":
            comment = _comment(shape, settings)
            lines.append(f"{shape.name}:{comment and f'  # {comment}'}")
    return "\n".join([*lines, "---", "", ""])


def _comment(shape: Shape, settings: Settings) -> str:
    """Say what a field means, and which words it takes, if it takes no others."""
    one_of, of_setting = shape.holds.mark(OneOf), shape.holds.mark(OneOfSetting)
    names = one_of.names if one_of else ()
    if of_setting:
        names = getattr(settings, of_setting.setting)
    several = "some of " if shape.form == "list" else ""
    words = several + ", ".join(_as_yaml(name) for name in names) if names else ""
    return ": ".join(" ".join(part.split()) for part in (shape.description, words) if part)


def _as_yaml(text: str) -> str:
    written: str = yaml.safe_dump(text, allow_unicode=True, width=10_000)
    return written.removesuffix("...\n").strip()


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
