"""Advice for editors who ask for it: links that could be, and entries that no text mentions."""

from collections.abc import Iterator

from explainer.entries.entry import Document, EntryId
from explainer.problems import Problem, quoted
from explainer.site.autolinks import NOWHERE
from explainer.site.resolve import Site
from explainer.site.running_text import Stretch, aside_text


def suggest_links(site: Site) -> Iterator[Problem]:
    """Note the entries that a heading or a quotation names and the page does not lead to."""
    for path, document in site.all_documents.items():
        if not site.mentions.may_be_in(document.prose):
            continue
        known = {NOWHERE, getattr(document, "id", NOWHERE), *site.targets[path].values()}
        for where, stretch in aside_text(document.prose, site.mentions.may_be_in):
            for target, start, words in _mentioned(site, stretch):
                if target not in known:
                    known.add(target)
                    yield _could_be_a_link(document, start, words, where, target)


def _mentioned(site: Site, stretch: Stretch) -> Iterator[tuple[EntryId, int, str]]:
    for mention in site.mentions.find(stretch.text):
        start, end = mention.span
        yield mention.target, stretch.place(start, end)[0], stretch.text[start:end]


def _could_be_a_link(
    document: Document, offset: int, words: str, where: str, target: EntryId
) -> Problem:
    words = " ".join(words.split())
    return Problem(
        "unlinked-mention",
        document.place_in_prose(offset),
        f"{quoted(words)} stands in a {where}, and nothing on this page leads to {target}",
        f"write [[{target}|{words}]] if it should be a link",
    )


def suggest_mentions(site: Site) -> Iterator[Problem]:
    """Note the entries that other entries name in their front matter, and no text mentions."""
    mentioned: set[str] = set()
    for path, document in site.all_documents.items():
        mentioned |= {*site.targets[path].values()} - {getattr(document, "id", NOWHERE)}
    named = {str(connection.reference) for connection in site.connections}
    for entry in site.entries.values():
        if entry.kind.name != "source" and entry.id in named - mentioned:
            yield Problem(
                "unmentioned",
                entry.place_of(("title",)),
                f"{entry.fields.title} is named in front matter only; no text mentions it",
                "mention it where it belongs, or add the name that the texts use to `aliases`",
            )
