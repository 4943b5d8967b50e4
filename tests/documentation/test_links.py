"""Links in the documentation lead to files of the repository, and to headings of theirs."""

import re
from pathlib import Path

import pytest

from tests.documentation.collect import DOCUMENTS, PAST, files_of
from tests.sites import REPOSITORY, write
from tools.reference.markdown import anchors, prose_lines

PAGES = sorted({*files_of(DOCUMENTS), *PAST})
_LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
_CODE = re.compile(r"(`+).+?\1")
_ELSEWHERE = re.compile(r"[a-z]+:")


def links_of(path: Path) -> list[str]:
    """Return where the links of a text lead, those to other machines left out."""
    text = "\n".join(_CODE.sub("", line) for line in prose_lines(path.read_text("utf-8")))
    return [target for target in _LINK.findall(text) if not _ELSEWHERE.match(target)]


def lost_links_of(path: Path) -> list[str]:
    """Return the links of a text to files that are not there, and to headings that they lack."""
    lost = []
    for link in links_of(path):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        is_there = target.exists()
        if anchor and is_there:
            is_there = target.is_file() and anchor in set(anchors(target.read_text("utf-8")))
        if not is_there:
            lost.append(link)
    return lost


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_somewhere(path: str) -> None:
    """To a file or folder that is there, and to a heading that it has."""
    assert lost_links_of(REPOSITORY / path) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    """To a file, a folder, or a heading; what stands in a block of code is no heading."""
    write(tmp_path, "docs/other.md", "# One, `two`\n\n```sh\n# Three\n```\n\n## Four\n\n## Four\n")
    page = write(
        tmp_path,
        "page.md",
        "# Here\n\n[a](docs/other.md) [b](docs) [c](#here) [d](docs/other.md#one-two)\n"
        "[`e`](docs/other.md#four-1) [f](https://example.org/#x) [g](mailto:a@example.org)\n"
        "`[h](nowhere.md)` \\[i\\](j.md)\n\n```text\n[k](nowhere.md)\n```\n\n"
        "[l](other.md) [m](docs/more/) [n](#there) [o](docs/other.md#three) [![p](q.png)]"
        "(docs/other.md#four-2) [r](docs#four)\n",
    )
    assert lost_links_of(page) == [
        "other.md",
        "docs/more/",
        "#there",
        "docs/other.md#three",
        "q.png",
        "docs/other.md#four-2",
        "docs#four",
    ]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "KINDS.md"])
def test_the_reference_is_linked_from_where_people_begin(name: str) -> None:
    """From each of the texts that they open first."""
    assert [link for link in links_of(REPOSITORY / name) if link.startswith("reference/")]
