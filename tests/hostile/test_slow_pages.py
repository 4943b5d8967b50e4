"""Pages that take too long to make: each is named, and the others are looked at."""

import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from explainer.problems import Place
from explainer.publish.patience import GivenUpError, patience
from explainer.settings import Limits
from tests.archive import write_site
from tests.publish.visitor import Visitor
from tests.sites import PATIENCE, SMALL, Ran, contents, mkdocs, run, write

SLOW = "[" * 15_000
"""Python-Markdown looks for the end of each bracket: half a minute, most of it in one place."""
DEEP = "- " * 1_000 + "a"
SETTINGS = """site_name: S
plugins:
  - search
  - explainer:
      print_up_to: 1
      limits: {page_seconds: 1}
"""
PERSON = "---\ntitle: P{0}\nsummary: S.\n---\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site that was published before."""
    site = write_site(SMALL, tmp_path / "small").parent
    write(site, "mkdocs.yml", SETTINGS)
    for name in ("index.html", "404.html"):
        write(site, f"site/{name}", "as it was")
    return site


def told(ran: Ran, code: str = "[over-limit]") -> list[str]:
    """Return the places of the problems that a command tells of, in order."""
    return [line.split(": ")[0] for line in ran.lines if line.endswith(code)]


def test_slow_pages_are_named_and_the_old_site_stays(site: Path) -> None:
    """Entries and ordinary pages alike, and every one of them in one run."""
    before = contents(site / "site")
    write(site, "docs/people/slow.md", PERSON.format(1) + SLOW)
    write(site, "docs/about.md", SLOW)
    write(site, "docs/deep.md", DEEP)
    ran = run("build", "-d", "site", "-j", "1", cwd=site)
    assert ran.status == 1
    assert told(ran) == ["docs/about.md:1:1", "docs/deep.md:1:1", "docs/people/slow.md:5:1"]
    assert "the page takes more than 1 s to make (limits: page_seconds" in ran.err
    assert "nested too deeply" in ran.err
    assert contents(site / "site") == before


def test_workers_name_slow_pages_as_well(site: Path) -> None:
    """The rest of their share is rendered; of many slow pages only some are tried."""
    for number in range(70):
        write(site, f"docs/people/p{number:02}.md", PERSON.format(number))
    for number in (3, 4):
        write(site, f"docs/people/p{number:02}.md", PERSON.format(number) + SLOW)
    ran = run("build", "-d", "site", "-j", "2", cwd=site)
    assert told(ran) == ["docs/people/p03.md:5:1", "docs/people/p04.md:5:1"]
    write(site, "docs/people/p03.md", PERSON.format(3))
    write(site, "docs/people/p04.md", PERSON.format(4))
    assert run("build", "-d", "site", "-j", "2", cwd=site).status == 0


def test_after_a_few_slow_pages_no_more_are_tried(site: Path) -> None:
    """Who writes one can write a thousand."""
    for number in range(9):
        write(site, f"docs/slow{number}.md", DEEP)
    assert len(told(run("build", "-d", "site", cwd=site))) == 3


REPEATED = {
    "address": f"[a]: https://a.example/{'b' * 9_000}\n\n" + "[a], " * 2_000,
    "title": f'[a]: /a "{"word " * 1_500}"\n\n' + "[a], " * 2_000,
}


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
def test_a_few_lines_that_are_repeated_make_no_huge_page(site: Path, text: str) -> None:
    """Eighteen megabytes, of a definition that is used two thousand times."""
    write(site, "docs/about.md", f"# About\n\n{text}")
    ran = run("build", "-d", "site", cwd=site)
    assert told(ran) == ["docs/about.md:1:1"]
    assert "characters as HTML" in ran.err


def test_mkdocs_gives_a_slow_page_up(site: Path) -> None:
    """Its build ends with the first."""
    before = contents(site / "site")
    write(site, "docs/people/slow.md", PERSON.format(1) + SLOW)
    ran = mkdocs("build", cwd=site)
    assert ran.status == 1
    assert "docs/people/slow.md:5:1: error: the page takes more than 1 s to make" in ran.err
    assert "Traceback" not in ran.err
    assert contents(site / "site") == before


def test_stage_gives_a_slow_page_up(site: Path) -> None:
    write(site, "docs/about.md", SLOW)
    ran = run("stage", "-d", "staged", cwd=site)
    assert (ran.status, told(ran)) == (1, ["docs/about.md:1:1"])
    assert not (site / "staged").exists()


def test_a_slow_page_that_is_served_says_so(site: Path) -> None:
    """Whoever asks for it sees the problem; the others are there."""
    write(site, "docs/deep.md", DEEP)
    with ExitStack() as stack:
        visitor = Visitor(site, stack)
        assert "nested too deeply" in visitor.page("/deep/")
        assert any("docs/deep.md:1:1" in line for line in visitor.said)
        assert "Countess of Lovelace" in visitor.page("/people/ada-lovelace/")


def hang() -> None:
    while True:
        pass


def test_outside_the_main_thread_a_page_is_given_up_as_well() -> None:
    """Signals reach the main thread alone; a bell rings in the others."""
    ended: list[BaseException] = []

    def work() -> None:
        try:
            with patience(Limits(page_seconds=1)):
                hang()
        except GivenUpError as error:
            ended.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(PATIENCE)
    (error,) = ended
    assert isinstance(error, GivenUpError)
    assert "takes too long" in error.problem(Place("a.md")).message


def test_whatever_catches_the_alarm_is_woken_again() -> None:
    """Such as an extension that goes on after any error."""
    caught: list[GivenUpError] = []

    def work() -> None:
        while len(caught) < 3:
            try:
                hang()
            except GivenUpError as error:
                caught.append(error)
        raise caught[-1]

    with pytest.raises(GivenUpError), patience(Limits(page_seconds=1)):
        work()


GREEDY = """
from explainer.publish.patience import GivenUpError, patience
from explainer.settings import Limits
held = []
try:
    with patience(Limits(page_memory=50)):
        while True:
            held.append("x" * 100_000)
except GivenUpError as error:
    print(error.reason)
"""


def test_a_page_that_takes_too_much_memory_is_given_up(repository: Path) -> None:
    """In a process of its own: this one may have had more before."""
    ran = subprocess.run(
        [sys.executable, "-c", GREEDY],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    assert ran.stdout.startswith("the page takes more than 50 MB of memory to make")
