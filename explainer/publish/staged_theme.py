"""Write what a staged site has of the theme: overrides, style sheets and scripts."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from explainer.publish import search, shell
from explainer.publish.preview import STYLES
from explainer.publish.staged_settings import OVERRIDES
from explainer.publish.templates import TemplateFolders

_ASSETS = "assets"
# A staged site has the search of its builder, and Material's own document around its pages.
_LEFT_OUT = {search.PARTIAL, search.SCRIPT, f"{_ASSETS}/{STYLES}", *shell.ONLY_HERE}


def write_theme(templates: TemplateFolders, config: MkDocsConfig, new: Path) -> None:
    """Write the overrides of the theme and its assets.

    The assets lie among the pages, where every builder finds them.
    """
    own = config.theme.custom_dir
    folders = [own] if own else []
    given = templates.theme_folders
    folders += [folder for folder in given if folder in config.theme.dirs and folder != own]
    for folder in map(Path, reversed(folders)):
        for path in _files_below(folder):
            if str(folder) != own and path.as_posix() in _LEFT_OUT:
                continue
            is_asset = path.parts[0] == _ASSETS and str(folder) != own
            put(new / ("docs" if is_asset else OVERRIDES) / path, (folder / path).read_bytes())


def put(path: Path, content: bytes) -> None:
    """Write a file, and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith((".", "__")) for part in relative.parts):
            yield relative
