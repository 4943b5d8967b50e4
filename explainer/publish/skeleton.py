"""Write the skeleton of a new entry into a site."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from slugify import slugify

from explainer.entries.kinds import Kind
from explainer.entries.near import did_you_mean
from explainer.publish.config import WrongConfigurationError, load, subjects_of
from explainer.publish.plugin import plugin_of
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
    kinds = kinds_with(subjects_of(plugin_of(config).config))
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
            file.write(skeleton(kind, title))
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


def skeleton(kind: Kind, title: str) -> str:
    """Return the text of a new entry: its title, and its other required fields empty."""
    quoted = yaml.safe_dump(title, allow_unicode=True, width=10_000).removesuffix("...\n").strip()
    lines = ["---", f"title: {quoted}"]
    for name, field in kind.model.model_fields.items():
        if field.is_required() and name != "title":
            comment = f"  # {field.description}" if field.description else ""
            lines.append(f"{field.alias or name}:{comment}")
    return "\n".join([*lines, "---", "", ""])


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
