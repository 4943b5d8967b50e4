"""The checks that look at a resolved site; each gives problems."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from explainer.entries.entry import Document
from explainer.entries.memo import Memo
from explainer.problems import Problem
from explainer.settings import Settings
from explainer.site.consistency import check_dates, check_names
from explainer.site.coverage import (
    check_images,
    check_links,
    check_paragraphs,
    check_sources,
    check_summaries,
)
from explainer.site.drawn import check_drawn
from explainer.site.extent import check_size
from explainer.site.markup import unsafe_markup
from explainer.site.prose import Prose
from explainer.site.resolve import Site
from explainer.site.suggestions import suggest_links, suggest_mentions

Check = Callable[[Site], Iterable[Problem]]
"""Looks at the whole site."""

DocumentCheck = Callable[[Document, Prose, Settings], Iterable[Problem]]
"""Looks at one document, its prose as it was read, and at nothing else."""

_MOST_TOLD = 1_000  # by one check of one file: nobody mends more of them at a time


def check_markup(document: Document, *_: object) -> Iterator[Problem]:
    """Report markup in prose that could run code."""
    for unsafe in unsafe_markup(document.prose):
        place = document.place_in_prose(unsafe.offset)
        yield Problem("unsafe-markup", place, unsafe.message, "write it in plain Markdown")


DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (
    check_size,
    check_markup,
    check_dates,
    check_paragraphs,
    check_images,
    check_sources,
    check_summaries,
)

FACT_CHECKS: tuple[Check, ...] = (check_names,)
"""What looks at the front matter of the whole site, and at no prose."""

CHECKS: tuple[Check, ...] = (check_links, check_drawn)

NOTES: tuple[Check, ...] = (suggest_links, suggest_mentions)
"""What is looked for only when an editor asks for advice, too."""


def check_documents(site: Site, memo: Memo[tuple[Problem, ...]] | None = None) -> Iterator[Problem]:
    """Check every document by itself; with a memo of the same settings, what is new."""
    known = memo if memo is not None else Memo[tuple[Problem, ...]]()

    def problems(document: Document) -> tuple[Problem, ...]:
        prose = site.prose[document.path]
        found = (run(document, prose, site.settings) for run in DOCUMENT_CHECKS)
        return tuple(problem for told in found for problem in islice(told, _MOST_TOLD))

    for path, document in site.all_documents.items():
        # Names that link themselves are no matter of these checks, and the rest of what was read
        # in the prose depends on the document alone.
        yield from known.get(path, (document,), partial(problems, document))
    known.forget_all_but(site.all_documents)
