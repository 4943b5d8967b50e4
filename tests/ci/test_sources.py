"""`ci sources` and `ci issue`: sources asked slowly, told after some days, in one issue."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from explainer.ci.asking import Answer, Asker, Kind, is_public
from explainer.ci.ledger import Record, in_order, noted, read, written
from explainer.ci.sources_report import report
from explainer.ci.web import session
from explainer.publish.cited import Cited
from tests.archive import write_site
from tests.ci.servers import Asked, FakeGitHub, Reply, Server, serving
from tests.sites import Ran, run

TODAY = date(2026, 11, 22)


def answer(asked: Asked) -> Reply:
    """Answer as the web does: well, badly, or elsewhere."""
    path = asked.path
    moved = {"/moved": "/fine", "/front": "/", "/slash": "/slash/", "/loop": "/loop"}
    if path in moved:
        return Reply(301, headers={"Location": moved[path]})
    if path == "/for-now":
        return Reply(302, headers={"Location": "/fine"})
    if path == "/out":
        return Reply(301, headers={"Location": "file:///etc/passwd"})
    if path == "/no-head":
        return Reply(405 if asked.method == "HEAD" else 200, b"text")
    if path == "/wayback/available":
        return archived(asked)
    statuses = {"/gone": 410, "/missing": 404, "/members": 403, "/slow-down": 429, "/broken": 500}
    return Reply(statuses.get(path, 200), b"text")


def archived(asked: Asked) -> Reply:
    """Answer as the Internet Archive does, for one address."""
    if not asked.query["url"].endswith("/fine"):
        return Reply(body={"url": asked.query["url"], "archived_snapshots": {}})
    day = asked.query.get("timestamp", "20260101")
    address = f"http://web.archive.org/web/{day}/{asked.query['url']}"
    return Reply(
        body={"archived_snapshots": {"closest": {"status": "200", "url": address}}},
    )


@pytest.fixture
def web() -> Iterator[Server]:
    """Serve the web."""
    with serving(answer) as server:
        yield server


Ask = Callable[[str], Answer]


@pytest.fixture
def ask(web: Server) -> Ask:
    """Return what asks a path of the web."""
    asker = Asker(session(retries=2, pause=0.001), pause=0, allowed=lambda _: True)
    return lambda path: asker.ask(web.address + path)


KINDS: dict[str, tuple[Kind, str]] = {
    "/fine": ("fine", ""),
    "/for-now": ("fine", ""),
    "/slash": ("fine", ""),
    "/no-head": ("fine", ""),
    "/": ("fine", ""),
    "/gone": ("gone", "answers 410"),
    "/missing": ("gone", "answers 404"),
    "/front": ("gone", "leads to the front page of 127.0.0.1"),
    "/moved": ("moved", "has moved"),
    "/members": ("closed", "answers 403"),
    "/slow-down": ("closed", "answers 429"),
    "/broken": ("silent", "answers 500"),
    "/loop": ("silent", "leads on and on"),
    "/out": ("silent", "leads to what is no address"),
}


@pytest.mark.parametrize(("path", "expected"), KINDS.items())
def test_an_answer_is_told_as_what_it_says(path: str, expected: tuple[Kind, str], ask: Ask) -> None:
    found = ask(path)
    assert (found.kind, found.words) == expected


def test_a_page_that_has_moved_says_where_to(web: Server, ask: Ask) -> None:
    assert ask("/moved").address == f"{web.address}/fine"


def test_an_address_is_asked_politely(web: Server, ask: Ask) -> None:
    """With a name, for the head alone, in full only where that fails, and without a secret."""
    ask("/fine")
    ask("/missing")
    assert web.lines() == ["HEAD /fine", "HEAD /missing", "GET /missing"]
    assert all(asked.headers["user-agent"].startswith("explainer-site/") for asked in web.asked)
    assert all("authorization" not in asked.headers for asked in web.asked)


def test_a_host_is_given_time_between_two_requests(
    web: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("explainer.ci.asking.time.sleep", waits.append)
    asker = Asker(session(), pause=5.0, allowed=lambda _: True)
    for path in ("/a", "/b"):
        asker.ask(web.address + path)
    assert waits[0] == 0
    assert 4 < waits[1] <= 5


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "169.254.169.254", "10.0.0.1", "::1"])
def test_machines_nearby_are_not_asked(host: str) -> None:
    """A source, or where it leads, cannot make the runner ask its own network."""
    assert not is_public(host)
    shown = f"[{host}]" if ":" in host else host
    found = Asker(session(), pause=0).ask(f"http://{shown}:9/x")
    assert found == Answer("silent", "leads to a machine that is not on the internet")


@pytest.mark.parametrize("address", ["http://[", "https://", "nowhere"])
def test_what_is_no_address_is_not_asked(address: str) -> None:
    assert Asker(session(), pause=0).ask(address).kind == "silent"


GONE = Answer("gone", "answers 404")


def test_days_of_failure_are_counted_in_a_row() -> None:
    """Twice on one day counts once; an answer that is fine, or says nothing, begins anew."""
    record = None
    for day in (0, 0, 1, 4):
        record = noted(record, GONE, TODAY + timedelta(days=day))
    assert record == Record("2026-11-26", ("2026-11-22", "2026-11-23", "2026-11-26"), GONE)
    for kind in ("fine", "closed"):
        cleared: Kind = "fine" if kind == "fine" else "closed"
        assert noted(record, Answer(cleared), TODAY).failing == ()


def test_a_ledger_is_written_and_read() -> None:
    ledger = {
        "https://b.example/": noted(None, GONE, TODAY),
        "https://a.example/": Record("", (), GONE),
    }
    ledger["https://a.example/"] = noted(None, Answer("fine"), TODAY)
    assert read(written(ledger)) == ledger
    assert written(ledger) == written(dict(reversed(ledger.items())))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 2}',
        '{"version": 1, "addresses": []}',
        "null",
        '{"version": 1, "addresses": {"a": {"asked": "x", "failing": [], "answer": {}}}}',
    ],
)
def test_a_ledger_that_makes_no_sense_is_empty(text: str) -> None:
    assert read(text) == {}


def test_what_was_asked_longest_ago_comes_first() -> None:
    ledger = {"b": Record("2026-11-21", (), GONE), "a": Record("2026-11-22", (), GONE)}
    assert in_order(["a", "b", "c", "c"], ledger) == ["c", "b", "a"]


CITED = Cited("docs/sources/a.md", "A @day", "https://a.example/<x>", "https://w.example/a", None)


def failed(kind: Kind, days: int, address: str = "") -> Record:
    """Return the record of an address that has failed for some days."""
    names = tuple((TODAY + timedelta(days=day)).isoformat() for day in range(days))
    return Record(names[-1], names, Answer(kind, "answers 404", address))


def test_a_source_is_told_after_some_days_only() -> None:
    """With its file, its address, and since when; its title calls nobody."""
    ledger = {CITED.address: failed("gone", 2)}
    assert report([CITED], ledger, days=3) is None
    told = report([CITED], {CITED.address: failed("gone", 3)}, days=3)
    assert told is not None
    line = "- A @\u200bday (`docs/sources/a.md`): <https://a.example/%3Cx%3E> answers 404, since"
    assert f"## Gone\n\nName an archived copy (`archived:`), or another source.\n\n{line}" in told


def test_an_archived_copy_that_is_gone_and_a_new_address_are_told() -> None:
    ledger = {
        "https://w.example/a": failed("silent", 3),
        CITED.address: failed("moved", 3, "https://b.example/"),
    }
    told = report([CITED], ledger, days=3) or ""
    assert "its archived copy <https://w.example/a>" in told
    assert "to <https://b.example/>" in told
    assert told.index("## No answer") < told.index("## Moved for good")


COPY = "https://web.archive.org/web/2025/https://a.example/"


def test_a_copy_is_offered_as_the_line_to_be_written() -> None:
    """Until the entry names one."""
    bare = replace(CITED, archived=None)
    ledger = {f"copy of {CITED.address}": Record("2026-11-22", (), Answer("fine", "", COPY))}
    assert f"- `docs/sources/a.md`: `archived: {COPY}`" in (report([bare], ledger, days=3) or "")
    assert report([CITED], ledger, days=3) is None


@pytest.fixture
def site(web: Server, tmp_path: Path) -> Path:
    """Return a site with three sources on the web, one of which is gone."""
    sources = {"a": "/fine", "b": "/missing", "c": "/members"}
    head = "title: A\npublisher: Taylor\naccessed: 2025-03-04\nurl: " + web.address
    files = [
        f"-- docs/sources/{name}.md --\n---\n{head}{path}\n---\n" for name, path in sources.items()
    ]
    text = "-- mkdocs.yml --\nsite_name: Site\nplugins: [search, explainer]\n" + "".join(files)
    return write_site(text, tmp_path / "site").parent


def look(site: Path, web: Server, *more: str) -> Ran:
    """Run the step, without waiting."""
    options = ("-d", "book", "--pause", "0.001", "--archive", web.address, "--local", *more)
    return run("ci", "sources", *options, cwd=site)


def test_the_sources_of_a_site_are_asked(site: Path, web: Server) -> None:
    """From its entries; what failed today is told tomorrow, a copy at once."""
    done = look(site, web)
    assert (done.status, done.out) == (0, "Asked 3 addresses; 0 left for another day.\n")
    book = json.loads((site / "book/addresses.json").read_text())["addresses"]
    kinds = {
        name.rpartition("/")[2]: book[name]["answer"]["kind"] for name in book if name[0] == "h"
    }
    assert kinds == {"fine": "fine", "members": "closed", "missing": "gone"}
    told = (site / "book/report.md").read_text()
    assert "## Gone" not in told
    assert f"`archived: https://web.archive.org/web/20250304/{web.address}/fine`" in told


def test_a_failure_is_told_when_it_has_lasted(site: Path, web: Server) -> None:
    """The same sources and answers give the same report, to the byte."""
    look(site, web, "--days", "1")
    first = (site / "book/report.md").read_bytes()
    assert b"(`docs/sources/b.md`)" in first
    look(site, web, "--days", "1")
    assert (site / "book/report.md").read_bytes() == first


def test_copies_are_asked_for_in_turns(site: Path, web: Server) -> None:
    """So many a day, each once in a month; what is known of one stays offered."""
    for _ in range(3):
        look(site, web, "--most-copies", "2")
    asked = [request.query["url"] for request in web.asked if "wayback" in request.path]
    assert len(asked) == len(set(asked)) == 3
    assert "/fine`" in (site / "book/report.md").read_text()


def test_whoever_is_asked_can_read_who_asks(
    site: Path, web: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://explained.example.org/")
    look(site, web)
    assert {asked.headers["user-agent"].partition(" ")[2] for asked in web.asked} == {
        "(+https://explained.example.org/)"
    }


def test_time_that_runs_out_leaves_the_rest_for_another_day(site: Path, web: Server) -> None:
    assert look(site, web, "--minutes", "0").out == "Asked 0 addresses; 3 left for another day.\n"


def settle(folder: Path, report: str) -> Ran:
    """Settle the issue by a report."""
    (folder / "report.md").write_text(report)
    return run("ci", "issue", "-d", str(folder), cwd=folder)


@pytest.mark.usefixtures("github_server")
def test_there_is_one_issue_as_long_as_there_is_something_to_do(
    github: FakeGitHub, tmp_path: Path
) -> None:
    """Opened, changed, closed, opened again; a stranger's with the same mark is left alone."""
    assert settle(tmp_path, "").out == "All is well.\n"
    assert settle(tmp_path, "## Gone\n").out == "An issue was opened.\n"
    body = github.issues[0]["body"]
    github.issues.insert(
        0, {"number": 9, "user": {"login": "mallory"}, "state": "open", "body": body}
    )
    settle(tmp_path, "## Moved\n")
    assert "## Moved" in github.issues[1]["body"]
    assert settle(tmp_path, "").out == "All is well; issue 1 is closed.\n"
    assert github.issues[1]["state"] == "closed"
    settle(tmp_path, "## Gone\n")
    assert (github.issues[1]["state"], len(github.issues)) == ("open", 2)
    assert github.issues[0]["body"] == body


@pytest.mark.usefixtures("github_server")
def test_an_issue_that_says_it_already_is_not_written(
    github_server: Server, tmp_path: Path
) -> None:
    settle(tmp_path, "## Gone\n")
    settle(tmp_path, "## Gone\n")
    assert not any(line.startswith("PATCH") for line in github_server.lines())


def test_without_a_report_there_is_nothing_to_settle(tmp_path: Path) -> None:
    done = run("ci", "issue", "-d", str(tmp_path), cwd=tmp_path)
    assert (done.status, len(done.err.splitlines())) == (1, 1)
