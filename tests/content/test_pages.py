"""What every page of the first site has to keep to: answers are short, sources are graded."""

import re

from explainer.entries.entry import DocPath
from explainer.site.excerpts import wording
from explainer.site.resolve import Site

MOST_WORDS = 700
"""What can be read in three minutes."""
GRADES = {"grade A", "grade B", "grade C"}


def answers(site: Site) -> list[DocPath]:
    """List the pages that answer a question."""
    found = (path for path in site.documents.pages if path.startswith("explainers/"))
    return [path for path in found if path != "explainers/index.md"]


def test_an_answer_takes_three_minutes(first_docs: Site) -> None:
    """And says at its top until when its facts reach, and cites its sources."""
    assert answers(first_docs)
    for path in answers(first_docs):
        page = first_docs.documents.pages[path]
        assert len(wording(first_docs, path).text.split()) <= MOST_WORDS, path
        assert re.match(r"\s*[^\n]*20\d\d[^\n]*\n\{: \.reach \}\n", page.prose), path
        assert first_docs.prose[path].citations, path


def test_every_answer_is_found_from_the_front_page_and_from_the_list(first_docs: Site) -> None:
    """A question is of no use where nobody sees it."""
    pages = first_docs.documents.pages
    for path in answers(first_docs):
        name = path.removeprefix("explainers/")
        assert f"(explainers/{name})" in pages[DocPath("index.md")].prose
        assert f"({name})" in pages[DocPath("explainers/index.md")].prose


def test_every_source_has_one_grade_and_none_is_weak(first_docs: Site) -> None:
    """Grade D is never cited."""
    wrong = [
        str(source.id)
        for source in first_docs.of_kind("source")
        if len(GRADES & set(source.fields.tags)) != 1
        or any(tag.startswith("grade") and tag not in GRADES for tag in source.fields.tags)
    ]
    assert wrong == []
