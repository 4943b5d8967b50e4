"""The page on outputs: every file that a build writes, and those that other commands write."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explainer.data.csv_file import file_of
from explainer.data.dataset import tables_for
from explainer.data.json_files import DATA
from explainer.data.page import FILES
from explainer.entries.kinds import KINDS
from explainer.pages.tables import Overview
from explainer.settings import Settings
from explainer.subjects import available, kinds_with, tables_with
from tools.reference.markdown import code, prose, table

_HOLES = {
    "<id>": "[a-z0-9-]+",
    "<path>": ".+",
    "<number>": "[0-9]+",
    "<name>": r"[\w.-]+",
    "<address>": ".+",
}


@dataclass(frozen=True, slots=True)
class Output:
    """A file of a built site, or many of one sort: `path` has holes for what differs."""

    path: str
    form: str
    what: str
    when: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the paths of such files match."""
        parts = re.split(f"({'|'.join(_HOLES)})", self.path)
        return re.compile("".join(_HOLES.get(part, re.escape(part)) for part in parts))


OF_PROGRAMS = (
    Output("feed.xml", "Atom (RFC 4287)", "new and corrected entries", "`site_url`"),
    Output("feed.json", "JSON Feed 1.1", "the same, for readers of JSON", "`site_url`"),
    Output("sitemap.xml", "Sitemap 0.9", "the addresses of all pages; empty without `site_url`"),
    Output("sitemap.xml.gz", "gzip", "the same, compressed"),
    Output("robots.txt", "robots.txt (RFC 9309)", "lets every robot read everything"),
    Output("llms.txt", "Markdown (llmstxt.org)", "what the site is, and where everything is"),
)
OF_BROWSERS = (
    Output("search/index.js", "JavaScript", "what the search must know first"),
    Output("search/n<number>.js", "JavaScript", "the index of names and dates, in pieces"),
    Output("search/p<number>.js", "JavaScript", "the index of texts, in pieces"),
    Output("search/r<number>.js", "JavaScript", "what results say of pages, in pieces"),
    Output("assets/stylesheets/<name>.css", "CSS", "the look of the site"),
    Output("assets/javascripts/<name>.js", "JavaScript", "what scripts add"),
    Output("assets/images/<name>", "pictures", "the icon of the site"),
    Output(
        "assets/cards/<path>.png",
        "PNG",
        "pictures for those who share pages",
        "`site_url`, and `social_cards`",
    ),
)
OTHERS = (
    Output(
        "preview/index.html", "HTML", "the pages that differ from the base", "`build --preview`"
    ),
    Output("<address>/index.html", "HTML", "a page that leads on from each `redirect_from`"),
    Output("<path>", "any", "other files of the content folder, such as pictures, as they are"),
)


def pages() -> Iterator[Output]:
    """Yield the pages, those of subjects last."""
    yield Output("index.html", "HTML", "the front page")
    for kind in KINDS:
        yield Output(f"{kind.folder}/index.html", "HTML", f"{kind.plural}: {kind.about}")
        yield Output(f"{kind.folder}/<id>/index.html", "HTML", f"a page for each {kind.name}")
    core = tables_with((), KINDS).overviews
    folders = {kind.folder for kind in KINDS}
    taken = {"index.html", *(f"{folder}/index.html" for folder in folders)}
    for output in map(_overview, core):
        if output.path not in taken:
            yield output
    for name, subject in available().items():
        for overview in subject.overviews:
            yield _overview(overview, f"the subject `{name}`")
    yield Output("print/index.html", "HTML", "everything on one page, for paper")
    yield Output("<path>/index.html", "HTML", "every other page of the content folder")
    yield Output("404.html", "HTML", "what is shown where there is no such page")


def _overview(overview: Overview, when: str = "") -> Output:
    path = str(overview.path).removesuffix(".md") + ".html"
    optional = {"data/index.html": "`data_files`"}
    said = f"{overview.title}: {overview.description}"
    return Output(path, "HTML", said, when or optional.get(path, ""))


def data() -> Iterator[Output]:
    """Yield the data files of a site with all subjects."""
    forms = {".json": "JSON", ".sqlite": "SQLite 3"}
    for name, words in FILES:
        form = next(form for ending, form in forms.items() if name.endswith(ending))
        yield Output(f"{DATA}{name}", form, words)
    for one in tables_for(kinds_with(available().values()), Settings()):
        yield Output(f"{DATA}{file_of(one)}", "CSV (RFC 4180)", one.description)


def everything() -> tuple[Output, ...]:
    """Return all files that a build may write; what fits anything comes last."""
    return (*pages(), *data(), *OF_PROGRAMS, *OF_BROWSERS, *OTHERS)


def listed(outputs: Iterable[Output]) -> str:
    """Return a table of files."""
    rows = ((code(f"/{o.path}"), o.form, prose(o.what), o.when) for o in outputs)
    return table(("file", "format", "what it holds", "only with"), rows)


def schemas() -> str:
    """Return the names of the files of `schema`."""
    return ", ".join(code(f"{kind.name}.schema.json") for kind in kinds_with(()))
