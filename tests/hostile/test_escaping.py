"""Whatever a text of an entry tries to be, every output shows it as text."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import markdown
import pytest

from tests.hostile.active import active
from tests.hostile.payloads import CALL, FORMULA, hostile_site
from tests.repositories import git
from tests.sites import contents, run

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the hostile site."""
    return hostile_site(tmp_path_factory.mktemp("hostile") / "sources")


@pytest.fixture(scope="module")
def site(sources: Path) -> Mapping[str, bytes]:
    """Build the hostile site; return its files."""
    done = run("build", "-d", "site", "-j", "1", "--no-cache", cwd=sources)
    assert done.status == 0, done.err
    return contents(sources / "site")


@pytest.fixture(scope="module")
def preview(sources: Path, site: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Build a preview of the second commit against the first; return its files."""
    assert site
    options = ("--preview", "HEAD~1", "--preview-name", "<script>hit(7)</script>")
    done = run("build", "-d", "site-preview", "-j", "1", *options, cwd=sources)
    assert done.status == 0, done.err
    return contents(sources / "site-preview")


def pages(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the pages among some files."""
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def test_no_page_has_anything_that_acts(site: Mapping[str, bytes]) -> None:
    """Read with a parser of browsers: pages of entries, overviews, the page for paper, 404."""
    found = {path: active(page, whole=True) for path, page in pages(site).items()}
    assert {path: acts for path, acts in found.items() if acts} == {}
    assert len(found) > 20
    assert sum("hit(" in page for page in pages(site).values()) > 15


def test_no_page_of_a_preview_has_anything_that_acts(preview: Mapping[str, bytes]) -> None:
    """Nor what a change took away, nor the list of changes, nor the name of the preview."""
    found = {path: active(page, whole=True) for path, page in pages(preview).items()}
    assert {path: acts for path, acts in found.items() if acts} == {}
    assert "preview/index.html" in found


def test_content_is_no_template(site: Mapping[str, bytes], preview: Mapping[str, bytes]) -> None:
    """Nobody computes seven times seven."""
    for page in (*pages(site).values(), *pages(preview).values()):
        assert "{{7*7}}" in page or "hit(" not in page
        assert not re.search(r"x[0-9]+[^{]{0,200}\b49\b", page)


def titles(site: Mapping[str, bytes]) -> list[str]:
    """Return the titles of the entries as the data have them."""
    return [entry["title"] for entry in json.loads(site["data/entries.json"])["entries"]]


def test_data_files_hold_the_very_text(site: Mapping[str, bytes], tmp_path: Path) -> None:
    """JSON, and SQLite with its index, give back what was written, quotes and all."""
    found = titles(site)
    assert len(found) == 7
    assert (
        sum(
            "</script><script>hit(" in title.replace("</style></title></textarea>", "")
            for title in found
        )
        == 6
    )
    (tmp_path / "data.sqlite").write_bytes(site["data/explainer.sqlite"])
    with sqlite3.connect(tmp_path / "data.sqlite") as database:
        rows = {title for (title,) in database.execute("select title from entries")}
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    assert rows == set(found)


def test_no_cell_of_a_csv_file_is_a_formula(site: Mapping[str, bytes]) -> None:
    """What begins like one has an apostrophe before it."""
    tables = [data.decode() for path, data in site.items() if path.endswith(".csv")]
    cells = [cell for table in tables for row in csv.reader(io.StringIO(table)) for cell in row]
    assert f"'{FORMULA}" in cells
    assert [cell for cell in cells if re.match(r"[=+@\t\r\n]|-(?!\d)", cell)] == []


def test_feeds_hold_text(site: Mapping[str, bytes]) -> None:
    """What readers of feeds show as HTML has nothing that acts."""
    root = ElementTree.fromstring(site["feed.xml"])
    written = [item.text or "" for item in root.iter(f"{ATOM}content")]
    written += [item["content_html"] for item in json.loads(site["feed.json"])["items"]]
    assert any("hit(" in text for text in written)
    assert [acts for text in written for acts in active(text)] == []
    ElementTree.fromstring(site["sitemap.xml"])


def test_the_search_holds_text(site: Mapping[str, bytes]) -> None:
    """A piece of the index is one call with data, and the data can be read."""
    pieces = [data.decode() for path, data in site.items() if re.match(r"search/.*\.js", path)]
    for piece in pieces:
        call = re.fullmatch(r'xSearch\("[a-z0-9]+",(.*)\);?\s*', piece, re.DOTALL)
        assert call, piece[:80]
        json.loads(call[1])
    assert any("hit(" in piece for piece in pieces)


def test_words_for_robots_are_text(site: Mapping[str, bytes]) -> None:
    """Rendered as Markdown, what lists the pages has links to these alone."""
    html = markdown.markdown(site["llms.txt"].decode())
    assert active(html) == []
    links = re.findall(r'href="([^"]*)"', html)
    assert len(links) > 10
    assert all(link.startswith("https://site.example/") for link in links)


def test_every_card_is_a_picture(site: Mapping[str, bytes]) -> None:
    """The text of a card is drawn."""
    cards = [data for path, data in site.items() if path.startswith("assets/cards/")]
    assert len(cards) > 5
    assert all(card.startswith(b"\x89PNG\r\n\x1a\n") and b"hit(" not in card for card in cards)


def changes(sources: Path, form: str) -> str:
    """Compare the two commits."""
    done = run("diff", "--format", form, "HEAD~1", "HEAD", cwd=sources)
    assert done.status == 0, done.err
    return done.out


def test_the_comment_calls_nobody(sources: Path) -> None:
    """Nothing in it is HTML but what folds it, and no name, number or address is live."""
    comment = changes(sources, "markdown")
    assert "hit(" in comment
    allowed = r"</?(?:b|br|details|del|ins|summary|strong|sub|code)>"
    assert re.findall(r"<[a-zA-Z/!?][^>]*>?", re.sub(allowed, "", comment)) == []
    read = re.sub(r"^<.*$", "", comment, flags=re.MULTILINE)  # in HTML nobody reads Markdown
    assert not re.search(r"!\[|(?<!\\)\]\((?!https://site\.example/)", read)
    for live in (r"@\w", r"#\d", r"://evil", r"\bwww\."):
        assert not re.search(live, comment), live
    assert active(markdown.markdown(comment, extensions=["tables", "fenced_code"])) == []


def test_a_report_for_programs_can_be_read(sources: Path) -> None:
    assert json.loads(changes(sources, "json"))["entries"]


def bad(site: Path) -> Iterator[str]:
    """Write entries whose problems repeat what they say; return the names of their files."""
    words = f"nobody\u2028::stop-commands::x ##[add-mask]y {CALL} <script>hit(1)</script>"
    names = ("plain.md", "new\nline ::error::x.md", "sep\u2028::warning::x.md", "bi\u202edi.md")
    for name in names:
        (site / "docs" / name).write_text(f"# x\n\n[[{words}]] \u202e [@{words}]\n", "utf-8")
        yield name


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a site whose problems hold commands for a log, with names that do as well."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: S\nplugins: [search, explainer]\n")
    assert len(list(bad(tmp_path))) == 4
    return tmp_path


def test_an_annotation_is_one_line_for_everybody(broken: Path) -> None:
    """Whatever counts as the end of a line, no line begins a command of a stranger's."""
    done = run("check", "--format", "github", cwd=broken)
    assert done.status == 1
    lines = done.out.splitlines()  # with every line end that Unicode knows
    assert len(lines) > 8
    assert all(re.match(r"::(error|warning|notice) file=docs/[^:,]*,line=", line) for line in lines)


@pytest.mark.parametrize("command", [("check",), ("build",)])
def test_a_terminal_gets_text(broken: Path, command: tuple[str, ...]) -> None:
    """No line of a report begins with what a name says, and nothing turns the words around."""
    done = run(*command, cwd=broken)
    printed = done.out + done.err
    assert "<U+202E>" in printed
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]", printed)
    assert all(not line.lstrip().startswith("::") for line in printed.splitlines())


def test_a_terminal_gets_no_escapes(tmp_path: Path) -> None:
    """The line with a control character is shown without it."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: S\nplugins: [search, explainer]\n")
    (tmp_path / "docs/a.md").write_bytes(b"# x\n\nred \x1b[31m\x1b]0;title\x07 red\n")
    done = run("check", cwd=tmp_path)
    assert "red \ufffd[31m" in done.out
    assert "\x1b" not in done.out


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_programs_get_what_they_can_read(broken: Path, form: str) -> None:
    """Names that are not UTF-8 included."""
    (broken / "docs").joinpath("lat\udce9.md").write_text("x")
    done = run("check", "--format", form, cwd=broken)
    assert done.status == 1
    json.loads(done.out.encode())


def test_git_data_is_text(sources: Path, tmp_path: Path) -> None:
    """Neither names of branches nor messages of commits reach a page as anything else."""
    clone = tmp_path / "clone"
    git(sources, "clone", "--quiet", str(sources), str(clone))
    name = "x\"'><script>hit(1)</script>"
    git(clone, "checkout", "--quiet", "-b", name)
    git(clone, "commit", "--quiet", "--allow-empty", "-m", "<script>hit(2)</script>")
    options = ("-d", "out", "--preview", name, "--preview-name", f"{name} ${{7*7}} {{{{7*7}}}}")
    done = run("build", *options, cwd=clone)
    assert done.status == 0, done.err
    found = pages(contents(clone / "out"))
    assert [acts for page in found.values() for acts in active(page, whole=True)] == []
    assert "hit(1)" in found["preview/index.html"]
