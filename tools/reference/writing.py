"""The reference as files: each page is a text of `pages/` with what the code says filled in."""

import re
from collections.abc import Mapping
from pathlib import Path

import jinja2

from explainer.entries.formats import FORMAT
from tools.reference import commands, entries, kinds_page, outputs, problems, settings, values
from tools.reference.markdown import block

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = "reference"
KINDS = "KINDS.md"
MARK = "<!-- Made by `make reference` from the code and from tools/reference/pages/. -->"
_PAGES = Path(__file__).resolve().parent / "pages"


def written(root: Path) -> Mapping[str, str]:
    """Return every file that the code gives, by its path in the repository."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(_PAGES)),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what is made is Markdown
    )
    environment.filters["block"] = block
    context = {
        "commands": commands,
        "entries": entries,
        "format": FORMAT,
        "outputs": outputs,
        "problems": problems,
        "settings": settings,
        "values": values,
    }
    pages = {
        f"{FOLDER}/{name}": f"{MARK}\n\n{_tidy(environment.get_template(name).render(context))}"
        for name in sorted(environment.list_templates())
    }
    text = (root / KINDS).read_text("utf-8")
    return {**pages, KINDS: kinds_page.renewed(text)}


def _tidy(text: str) -> str:
    """Leave one blank line where the template has left several, and none at the end."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
