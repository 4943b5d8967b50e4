"""Write the skeleton of a new entry into a site."""

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


@dataclass(frozen=True, slots=True)
class Written:
    """Whether a skeleton was written, and what to tell the editor: its path, or why not."""

    done: bool
    message: str


def write_skeleton(config_file: str, kind_name: str, title: str) -> Written:
    """Write a file with the required fields of a kind, to be filled in.

    Raises `WrongConfigurationError` for a kind that does not exist, or a title that makes no id.
    """
    config = load(config_file)
    kinds = {kind.name: kind for kind in kinds_with(subjects_of(plugin_of(config).config))}
    kind = kinds.get(kind_name)
    if kind is None:
        near = did_you_mean(kind_name, [*kinds, *(kind.folder for kind in kinds.values())])
        near = next((k.name for k in kinds.values() if k.folder == near), near)
        hint = f"did you mean {near}?" if near else "there are: " + ", ".join(kinds)
        raise WrongConfigurationError(f"there is no kind {kind_name!r}; {hint}")
    entry_id = slugify(title, max_length=_ID_LENGTH, word_boundary=True)
    if not entry_id:
        raise WrongConfigurationError(
            f"the title {title!r} has no letter or digit to make an id of"
        )
    docs = Path(config.docs_dir)
    for other in kinds.values():
        if (docs / other.folder / f"{entry_id}.md").exists():
            shown = docs / other.folder / f"{entry_id}.md"
            return Written(False, f"there is {_shown(shown)} already")
    path = docs / kind.folder / f"{entry_id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(skeleton(kind, title))
    return Written(True, _shown(path))


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
