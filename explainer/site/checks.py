"""The checks that look at a resolved site; each takes the site and gives problems."""

from collections.abc import Callable, Iterable, Iterator

from explainer.problems import Problem
from explainer.site.consistency import check_dates, check_names
from explainer.site.coverage import (
    check_images,
    check_links,
    check_paragraphs,
    check_sources,
    check_summaries,
)
from explainer.site.markup import unsafe_markup
from explainer.site.resolve import Site
from explainer.site.suggestions import suggest_links, suggest_mentions

Check = Callable[[Site], Iterable[Problem]]


def check_markup(site: Site) -> Iterator[Problem]:
    """Report markup in prose that could run code."""
    for document in site.all_documents.values():
        for unsafe in unsafe_markup(document.prose):
            place = document.place_in_prose(unsafe.offset)
            yield Problem("unsafe-markup", place, unsafe.message, "write it in plain Markdown")


CHECKS: tuple[Check, ...] = (
    check_markup,
    check_dates,
    check_names,
    check_paragraphs,
    check_images,
    check_links,
    check_sources,
    check_summaries,
)

NOTES: tuple[Check, ...] = (suggest_links, suggest_mentions)
"""What is looked for only when an editor asks for advice, too."""
