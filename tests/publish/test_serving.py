"""A site in memory, asked as a browser asks: what it answers, and how it follows its files."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, chdir
from pathlib import Path

import pytest

from tests.publish.visitor import PAGE, Visitor
from tests.sites import REPOSITORY, contents, run, write

ADA = "docs/people/ada-lovelace.md"
BABBAGE = "---\ntitle: Charles Babbage\nsummary: An engineer.\n---\nHe met [[ada-lovelace]].\n"
SCRIPT = b"<script src="


Visit = Callable[[Path], Visitor]


@pytest.fixture
def visit() -> Iterator[Visit]:
    """Yield a function that serves a site to a visitor."""
    with ExitStack() as stack:
        yield lambda site: Visitor(site, stack)


@pytest.fixture
def visitor(small: Path, visit: Visit) -> Visitor:
    """Return a visitor of the small site."""
    return visit(small)


def without_script(data: bytes) -> bytes:
    """Take out what only a served page has."""
    before, script, rest = data.partition(SCRIPT + b'"/_explainer/')
    return before + rest.partition(b"</script>")[2] if script else data


def assert_same(visitor: Visitor, built: Path) -> None:
    """Fail unless every file that a build wrote is served as it is."""
    found = contents(built)
    assert len(found) > 10
    del found["sitemap.xml.gz"]  # for search engines
    for path, data in found.items():
        address = path.removesuffix("index.html") if path.endswith("index.html") else path
        assert without_script(visitor.get(f"/{address}").data) == data, path


def test_what_is_served_is_what_a_build_writes(small: Path, visit: Visit) -> None:
    """Every file of the small site, but for the script that reloads."""
    settings = "site_name: Small site\nplugins: [search, explainer]\n"
    write(small, "mkdocs.yml", f"site_url: http://127.0.0.1:8000/\n{settings}")
    write(small, "docs/pictures/a b.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    moved = "redirect_from: [people/ada/]\naliases:"
    write(small, ADA, (small / ADA).read_text().replace("aliases:", moved))
    assert run("build", cwd=small).status == 0
    assert_same(visit(small), small / "site")


def test_the_first_site_is_served_as_it_is_built(
    tmp_path: Path, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With all that is on it."""
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:8000/")
    assert run("build", "--no-cache", "-d", str(tmp_path / "site"), cwd=REPOSITORY).status == 0
    with chdir(REPOSITORY):
        assert_same(visit(REPOSITORY), tmp_path / "site")


def test_every_page_that_is_served_reloads_itself(visitor: Visitor) -> None:
    """Also one that is missing; its script knows of which revision it is."""
    for path in ("/", PAGE, "/nothing-here/"):
        assert f'data-revision="{visitor.desk.revision}"' in visitor.page(path)
    assert "EventSource" in visitor.page("/_explainer/reload.js")
    assert visitor.get("/nothing-here/").status_code == 404


def test_a_change_makes_another_revision_and_nothing_else_does(visitor: Visitor) -> None:
    """A look at files that are as they were tells nobody to reload."""
    before = visitor.desk.revision
    visitor.desk.look()
    assert visitor.desk.revision == before
    visitor.edit(ADA, (visitor.site / ADA).read_text() + "\nMore words.[@menabrea-1843]\n")
    assert visitor.desk.revision != before
    assert "More words." in visitor.page()


def test_entries_come_and_go(visitor: Visitor) -> None:
    """Added, named in lists and backlinks, renamed, and deleted."""
    visitor.edit("docs/people/charles-babbage.md", BABBAGE)
    assert "An engineer." in visitor.page("/people/charles-babbage/")
    assert "Charles Babbage" in visitor.page("/people/")
    assert "Charles Babbage" in visitor.page()
    people = visitor.site / "docs/people"
    (people / "charles-babbage.md").rename(people / "babbage.md")
    visitor.desk.look()
    assert visitor.get("/people/charles-babbage/").status_code == 404
    assert "An engineer." in visitor.page("/people/babbage/")
    visitor.edit("docs/people/babbage.md", None)
    assert visitor.get("/people/babbage/").status_code == 404
    assert "Charles Babbage" not in visitor.page()


def test_a_folder_may_come_and_go(visitor: Visitor) -> None:
    """With its pages and its pictures."""
    write(visitor.site, "docs/more/picture.svg", "<svg/>")
    visitor.edit("docs/more/page.md", "# More\n\n![A line](picture.svg)\n")
    assert "More" in visitor.page("/more/page/")
    assert visitor.get("/more/picture.svg").mimetype == "image/svg+xml"
    (visitor.site / "docs/more").rename(visitor.site / "docs/less")
    visitor.desk.look()
    assert visitor.get("/more/page/").status_code == 404
    assert visitor.get("/less/picture.svg").status_code == 200


def test_a_broken_entry_is_missed_until_it_is_mended(visitor: Visitor) -> None:
    """Its own address answers with the problem, and so does every page."""
    whole = (visitor.site / ADA).read_text()
    visitor.edit(ADA, whole.replace("summary:", "sumary:"))
    answer = visitor.get(PAGE)
    assert answer.status_code == 404
    assert "sumary" in answer.get_data(as_text=True)
    assert "x-problems" in visitor.page("/")
    assert any("sumary" in line for line in visitor.said)
    visitor.edit(ADA, whole)
    assert visitor.get(PAGE).status_code == 200
    assert "x-problems" not in visitor.page("/")


def test_files_are_written_as_editors_write_them(visitor: Visitor) -> None:
    """Beside the old one, then renamed over it; with the same size and the same time."""
    path = visitor.site / ADA
    status = path.stat()
    beside = write(visitor.site, ".ada.tmp", path.read_text().replace("wrote", "WROTE"))
    os.utime(beside, ns=(status.st_atime_ns, status.st_mtime_ns))
    beside.rename(path)
    visitor.desk.look()
    assert "WROTE" in visitor.page()


def test_a_thousand_changes_are_one(visitor: Visitor) -> None:
    """As a checkout makes them: the site is made anew once."""
    before = visitor.desk.revision
    for number in range(1000):
        text = BABBAGE.replace("Charles", f"C. {number}")
        write(visitor.site, f"docs/people/babbage-{number}.md", text)
    visitor.desk.look([str(visitor.site / f"docs/people/babbage-{n}.md") for n in range(1000)])
    number, after = (int(name.rpartition("-")[2]) for name in (before, visitor.desk.revision))
    assert after == number + 1
    assert "C. 999 Babbage" in visitor.page("/people/babbage-999/")


def test_docs_may_be_a_link(small: Path, visit: Visit) -> None:
    """A link to a folder elsewhere is followed, and what changes there shows."""
    real = small.parent / "elsewhere"
    (small / "docs").rename(real)
    (small / "docs").symlink_to(real, target_is_directory=True)
    visitor = visit(small)
    file = real / "people/ada-lovelace.md"
    file.write_text(file.read_text().replace("wrote", "had written"))
    visitor.desk.look([str(file)])
    assert "had written" in visitor.page()


def test_a_style_and_a_template_of_the_site_are_followed(visitor: Visitor) -> None:
    """Written while the site is served, though there was no such folder before."""
    visitor.edit("templates/theme/assets/stylesheets/explainer.css", "p { color: teal }\n")
    assert "p{color:teal}" in visitor.page("/assets/stylesheets/explainer.css")
    visitor.edit("templates/theme/assets/stylesheets/explainer.css", "p { color: navy }\n")
    assert "p{color:navy}" in visitor.page("/assets/stylesheets/explainer.css")
    visitor.edit("templates/person.html", "<p>My own {{ title }}</p>")
    assert "My own Ada Lovelace" in visitor.page()
    visitor.edit("templates/person.html", None)
    assert "My own" not in visitor.page()


def test_settings_that_cannot_be_used_leave_the_site_as_it_was(visitor: Visitor) -> None:
    """What is wrong is said; pages that nobody has asked for yet are served, too."""
    visitor.edit("mkdocs.yml", "site_name: X\nplugins: [search, explainer: {subjects: [nope]}]\n")
    assert any("there is no subject 'nope'" in line for line in visitor.said)
    assert "Ada Lovelace" in visitor.page()
    visitor.edit("mkdocs.yml", "site_name: Better\nplugins: [search, explainer]\n")
    assert "Better" in visitor.page()


def searched(visitor: Visitor) -> str:
    """Return what the browser gets of the index: its rows, and the words of the prose."""
    return "".join(visitor.page(f"/search/{name}.js") for name in ("index", "p0", "r0"))


def test_what_the_search_finds_follows_the_prose(visitor: Visitor) -> None:
    """The index is made when the browser asks for it."""
    assert "marmot" not in searched(visitor)
    visitor.edit(ADA, (visitor.site / ADA).read_text() + "\nAs marmot.[@menabrea-1843]\n")
    assert "marmot" in searched(visitor)


def test_a_broken_entry_stays_a_problem_of_what_rendering_shows(visitor: Visitor) -> None:
    """Markup that only the rendered prose has is told, and stands on the page itself."""
    settings = (visitor.site / "mkdocs.yml").read_text()
    visitor.edit("mkdocs.yml", settings + "markdown_extensions: [attr_list]\n")
    visitor.edit(ADA, (visitor.site / ADA).read_text() + "\nA `b`{: hidden }\n")
    assert "x-problems" in visitor.page()
    assert any("unsafe-markup" in line or "not allowed" in line for line in visitor.said)


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/people/../../mkdocs.yml",
        "//etc/passwd",
        "/\\..\\x",
    ],
)
def test_nothing_but_the_site_is_served(visitor: Visitor, path: str) -> None:
    """A path leads to a file of the site or nowhere."""
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert b"site_name" not in answer.data


def test_other_hosts_are_refused(visitor: Visitor) -> None:
    """A name that somebody has had pointed here gets nothing; numbers and this machine do."""
    assert visitor.get("/", Host="evil.example").status_code == 403
    assert visitor.get("/", Host="localhost:8000").status_code == 200
    assert visitor.get("/", Host="[::1]:8000").status_code == 200
    assert visitor.get("/", Host="192.168.0.7:8000").status_code == 200
    assert visitor.client.post("/").status_code == 405


def test_a_site_below_a_path_is_served_there(small: Path, visit: Visit) -> None:
    """As its address says; the root leads to it, and a missing slash is added."""
    text = (small / "mkdocs.yml").read_text()
    write(small, "mkdocs.yml", f"site_url: https://example.org/below/it/\n{text}")
    visitor = visit(small)
    assert visitor.desk.url == "http://127.0.0.1:8000/below/it/"
    assert visitor.get("/").location == "/below/it/"
    assert "Ada Lovelace" in visitor.page(f"/below/it{PAGE}")
    answer = visitor.get(f"/below/it{PAGE.rstrip('/')}?a=b")
    assert answer.location == f"/below/it{PAGE}?a=b"
    assert visitor.get("/elsewhere/").status_code == 404


def test_word_of_changes_reaches_whoever_listens(visitor: Visitor) -> None:
    """The revision now, and every one that comes."""
    answer = visitor.get("/_explainer/changes")
    assert answer.mimetype == "text/event-stream"
    events = answer.iter_encoded()
    assert next(events).decode() == f"data: {visitor.desk.revision}\n\n"
    visitor.edit(ADA, (visitor.site / ADA).read_text() + "\nMore.[@menabrea-1843]\n")
    assert next(events).decode() == f"data: {visitor.desk.revision}\n\n"


def test_a_page_that_cannot_be_rendered_says_so(visitor: Visitor) -> None:
    """Nested beyond what Python-Markdown bears: the terminal has the reason, others stay."""
    visitor.edit("docs/deep.md", f"# Deep\n\n{'- ' * 700}x\n")
    assert "nested too deeply" in visitor.page("/deep/")
    assert any("docs/deep.md:1:1: error: the Markdown" in line for line in visitor.said)
    assert "Ada Lovelace" in searched(visitor)
    assert "Ada Lovelace" in visitor.page()
    visitor.edit("docs/deep.md", "Words.\n")
    assert "Words." in visitor.page("/deep/")


def test_the_texts_of_a_site_are_followed(visitor: Visitor) -> None:
    """A catalogue that comes, or changes, is a change of settings; a broken one is told."""
    visitor.edit("locale/en.po", 'msgid "Born"\nmsgstr "Birth"\n')
    assert "<dt>Birth</dt>" in visitor.page()
    visitor.edit("locale/en.po", 'msgid "Born"\nmsgstr "Came into the world"\n')
    assert "<dt>Came into the world</dt>" in visitor.page()
    visitor.edit("locale/en.po", 'msgid "Born"\nmsgstr "{nothing}"\n')
    assert any("locale/en.po:1: " in line for line in visitor.said)
