"""The files of `/data/`: what the site knows, for other programs."""

import logging
from collections.abc import Callable, Iterator
from functools import partial

from mkdocs.config.defaults import MkDocsConfig

from explainer.data.csv_file import csv_bytes, file_of
from explainer.data.dataset import Dataset, MakeDataset, tables_for
from explainer.data.json_files import DATA, entries_json, links_json
from explainer.data.package import SQLITE, datasette_json, package_json
from explainer.data.sqlite_file import has_full_text_search, sqlite_bytes
from explainer.data.timeline_json import timeline_json
from explainer.pages.timelines import chronicle_of
from explainer.publish.companion import Companion
from explainer.publish.generator import Plan

log = logging.getLogger("mkdocs.data")


def data_files(plan: Plan, _: MkDocsConfig | None = None) -> Iterator[Companion]:
    """List the files of `/data/`, where the site gives its data away."""
    if not plan.whole.site.settings.data_files:
        return
    yield _file("entries.json", entries_json)
    yield _file("links.json", links_json)
    yield _file("datapackage.json", package_json)
    yield _file("metadata.json", datasette_json)
    yield _file(SQLITE, _sqlite)
    yield Companion(f"{DATA}timeline.json", _timeline)
    for table in tables_for(plan.kinds, plan.whole.site.settings):
        yield _file(file_of(table), partial(_csv, table.name))


def _file(name: str, make: Callable[[Dataset], bytes]) -> Companion:
    return Companion(f"{DATA}{name}", lambda plan: make(_dataset(plan)))


def _dataset(plan: Plan) -> Dataset:
    return plan.whole.once(MakeDataset(plan.kinds))


def _csv(name: str, data: Dataset) -> bytes:
    return csv_bytes(data.table(name))


def _sqlite(data: Dataset) -> bytes:
    if not has_full_text_search():
        log.warning("the SQLite of this Python has no FTS5: data/%s cannot be searched", SQLITE)
    return sqlite_bytes(data.tables)


def _timeline(plan: Plan) -> bytes:
    sources = [source for subject in plan.subjects for source in subject.timeline]
    chronicle = plan.whole.once_of_facts(chronicle_of(sources))
    return timeline_json(plan.whole.site, chronicle)
