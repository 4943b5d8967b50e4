"""The addresses on the web that a site's sources name."""

from dataclasses import dataclass, replace
from datetime import date

from explainer.publish.config import quiet_mkdocs
from explainer.publish.files import content_files
from explainer.publish.generator import check
from explainer.publish.settled import settled


@dataclass(frozen=True, slots=True)
class Cited:
    """A source on the web: its file, its address, its archived copy, and when it was read."""

    path: str
    title: str
    address: str
    archived: str | None
    read: date | None


def cited_sources(config_file: str) -> tuple[Cited, ...]:
    """Return the sources of a site that have an address, in the order of their files.

    Raises `WrongConfigurationError` when the site's `mkdocs.yml` cannot be used.
    """
    config, plugin, _ = settled(config_file)
    with quiet_mkdocs():
        files, others, _ = content_files(config, drafts=True)
    settings = replace(plugin.settings, drafts=True)
    site = check(files, settings, plugin.subjects, others=others).site
    found = []
    for entry in site.of_kind("source"):
        fields = entry.fields
        if fields.url:
            day = fields.accessed or fields.date
            read = date.fromordinal(day.earliest) if day and day.earliest else None
            archived = str(fields.archived) if fields.archived else None
            found.append(Cited(entry.shown_path, fields.title, str(fields.url), archived, read))
    return tuple(sorted(found, key=lambda cited: cited.path))
