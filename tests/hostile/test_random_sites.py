"""Whatever editors and strangers write, a site is checked and built without a traceback."""

from collections.abc import Mapping, Sequence

from hypothesis import HealthCheck, example, given, settings

from explainer.entries.entry import DocPath
from explainer.entries.text import SourceFile, uniform
from explainer.pages.build import BuiltPage
from explainer.problems import CODES, Problem
from explainer.publish.generator import Checked, check, pages_of
from explainer.settings import Settings
from tests.archive import default_subjects
from tests.hostile.oracle import live
from tests.hostile.sites import sites
from tests.whole import laid_out

SUBJECTS = default_subjects()
FAR_AWAY = """---
title: Ada
summary: S.
reviewed: Y17000
corrections: [{date: Y-20000, text: t}]
detentions: [{held_by: NO, from: Y-20000, sources: []}]
---
"""
"""Found by this test: days of years that no date of a day can name."""


def checked(files: dict[str, str]) -> Checked:
    sources = [
        SourceFile(path, lambda text=text: text.encode("utf-8", "surrogatepass"))  # type: ignore[misc]
        for path, text in files.items()
    ]
    return check(sources, Settings(), SUBJECTS)


def are_in_place(problems: Sequence[Problem], files: Mapping[str, str]) -> None:
    """Check that each problem has words, and stands at a place that its file has."""
    lines = {f"docs/{path}": uniform(text).count("\n") + 1 for path, text in files.items()}
    for problem in problems:
        assert problem.code in CODES
        assert problem.message
        assert "\n" not in problem.message + problem.hint
        assert problem.place.path in lines
        assert 1 <= problem.place.line <= lines[problem.place.path] + 1
        assert problem.place.column >= 1


def built(site: Checked) -> Mapping[DocPath, BuiltPage]:
    return pages_of(site.site, SUBJECTS)


@settings(max_examples=80, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(sites())
@example({"people/ada.md": FAR_AWAY})
def test_any_site_is_problems_or_pages(files: dict[str, str]) -> None:
    """Each problem has a place in its file; without errors there are pages, harmless ones.

    Served, a site with errors has pages as well: of everything that could be read. The same files
    in another order give the same problems and the same pages.
    """
    site = checked(files)
    are_in_place(site.problems, files)
    again = checked(dict(reversed(files.items())))
    assert again.problems == site.problems
    pages, same = built(site), built(again)
    assert sorted(pages) == sorted(same)
    for path, page in pages.items():
        html = laid_out(page)
        assert html == laid_out(same[path])
        if not any(problem.code == "unsafe-markup" for problem in site.problems):
            assert "<script>alert(1)" not in html
            assert not [what for what in live(html) if what.startswith("<img on")]
