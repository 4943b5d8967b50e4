"""`ci publish` and `ci sweep`: the steps with rights, against GitHub and a host on this machine."""

from pathlib import Path

import pytest

from explainer.ci.comment import MARK
from tests.ci.conftest import Event
from tests.ci.servers import FakeGitHub, FakeNetlify, Server
from tests.ci.test_artifact import FINE, zipped
from tests.sites import Ran, run

COMMIT = "a" * 40
LINKED = {**FINE, "diff.md": b"[Ada](https://preview.invalid/people/ada/) thanks @everybody"}
PREVIEW = "https://pr-7--previews.netlify.app/"

pytestmark = pytest.mark.usefixtures("github_server")


def finished(commit: str = COMMIT, cause: str = "pull_request") -> dict[str, object]:
    """Return the event of a finished run of a branch of a fork."""
    return {
        "workflow_run": {
            "id": 99,
            "event": cause,
            "head_sha": commit,
            "head_branch": "edit",
            "head_repository": {"full_name": "ada/site"},
        }
    }


@pytest.fixture
def proposed(github: FakeGitHub, event: Event) -> None:
    """Propose a change, and let its review finish."""
    github.propose(7, COMMIT)
    github.artifact = zipped(LINKED)
    event(finished())


def publish(folder: Path) -> Ran:
    """Run the step, which never shows a traceback, nor a token."""
    done = run("ci", "publish", cwd=folder)
    assert "Traceback" not in done.err
    assert "Bearer" not in done.out + done.err
    return done


@pytest.mark.usefixtures("proposed", "netlify_server")
def test_a_preview_is_published_and_told(
    github: FakeGitHub, netlify: FakeNetlify, tmp_path: Path
) -> None:
    """The host has the files and headers of its own; the comment links to the changed page."""
    done = publish(tmp_path)
    assert done.status == 0, done.err
    assert f"Pull request 7: {PREVIEW}" in done.out
    site = netlify.site("pr-7")
    assert site.pop("/_headers").startswith(b"/*\n  X-Robots-Tag: noindex\n")
    assert site == {"/index.html": b"<p>", "/people/ada/index.html": b"<p>"}
    [comment] = github.comments
    assert comment["body"].startswith(f"{MARK}\n**Preview:** <{PREVIEW}>")
    assert f"[Ada]({PREVIEW}people/ada/) thanks @\u200beverybody" in comment["body"]
    assert "/them/site/actions/runs/99)" in comment["body"]


@pytest.mark.usefixtures("proposed")
def test_a_second_push_changes_the_comment_and_the_preview(
    github: FakeGitHub, netlify: FakeNetlify, netlify_server: Server, event: Event, tmp_path: Path
) -> None:
    """One comment, one deploy; a file that the host has is not sent again."""
    publish(tmp_path)
    github.propose(7, "b" * 40)
    github.artifact = zipped({**FINE, "site/index.html": b"<p>new"})
    event(finished("b" * 40))
    netlify_server.asked.clear()
    assert publish(tmp_path).status == 0
    sent = [line for line in netlify_server.lines() if line.startswith("PUT")]
    assert [line.rpartition("/files/")[2] for line in sent] == ["index.html"]
    assert netlify.site("pr-7")["/index.html"] == b"<p>new"
    [comment] = github.comments
    assert "bbbbbbbbbbbb" in comment["body"]


@pytest.mark.usefixtures("proposed")
def test_without_a_host_the_comment_says_what_changes(github: FakeGitHub, tmp_path: Path) -> None:
    assert publish(tmp_path).status == 0
    [comment] = github.comments
    assert "**No preview:** no host for previews is set up." in comment["body"]
    assert "[Ada](/people/ada/)" not in comment["body"]
    assert "preview.invalid" not in comment["body"]


@pytest.mark.usefixtures("proposed", "netlify_server")
def test_another_comment_with_our_mark_is_not_ours(github: FakeGitHub, tmp_path: Path) -> None:
    """A mark can be copied by anybody, an author by nobody; and ours may stand on any page."""
    github.comments = [
        {"id": n, "user": {"login": "mallory"}, "body": f"{MARK}\nmine"} for n in range(1, 151)
    ]
    publish(tmp_path)
    publish(tmp_path)
    assert [c["id"] for c in github.comments if c["user"]["login"] != "mallory"] == [151]
    assert {c["body"] for c in github.comments[:150]} == {f"{MARK}\nmine"}


@pytest.mark.usefixtures("netlify_server")
@pytest.mark.parametrize("case", ["closed", "pushed", "other fork", "other branch"])
def test_a_run_that_no_open_pull_request_stands_at_does_nothing(
    case: str, github: FakeGitHub, netlify: FakeNetlify, event: Event, tmp_path: Path
) -> None:
    """The number comes from GitHub, by commit, repository and branch; the artifact says nothing."""
    github.artifact = zipped(FINE)
    event(finished())
    github.propose(
        7,
        "b" * 40 if case == "pushed" else COMMIT,
        "eve/site" if case == "other fork" else "ada/site",
        "else" if case == "other branch" else "edit",
    )
    github.pulls[7]["state"] = "closed" if case == "closed" else "open"
    done = publish(tmp_path)
    assert done.status == 0
    assert "nothing to publish" in done.out
    assert (github.comments, netlify.deploys) == ([], [])


@pytest.mark.usefixtures("proposed", "netlify_server")
def test_two_pull_requests_at_one_commit_are_not_guessed_between(
    github: FakeGitHub, tmp_path: Path
) -> None:
    github.propose(8, COMMIT)
    done = publish(tmp_path)
    assert (done.status, github.comments) == (1, [])
    assert "two pull requests stand at this commit" in done.err


@pytest.mark.usefixtures("proposed", "netlify_server")
def test_an_artifact_that_is_refused_is_told_and_nothing_published(
    github: FakeGitHub, netlify: FakeNetlify, tmp_path: Path
) -> None:
    github.artifact = zipped({**FINE, "site/@mallory.php": b""})
    done = publish(tmp_path)
    assert done.status == 1
    assert done.err.startswith("Stopped: in the preview, '@mallory.php' is of a type")
    assert netlify.deploys == []
    assert "**No preview:** in the preview, '@\u200bmallory.php'" in github.comments[0]["body"]


@pytest.mark.usefixtures("proposed", "netlify_server")
def test_a_run_that_left_nothing_is_told(github: FakeGitHub, tmp_path: Path) -> None:
    github.artifact = None
    assert publish(tmp_path).status == 0
    assert "**No preview:** the site could not be built." in github.comments[0]["body"]


SAME = {
    "https://previews.netlify.app/": None,
    "https://PR-7--previews.netlify.app:8443/x/": None,
    "https://netlify.app/": None,
    "https://site.example.org/": "site.example.org",
    "https://example.org/": "previews.example.org",
}


@pytest.mark.usefixtures("proposed", "netlify_server")
@pytest.mark.parametrize(("site", "domain"), SAME.items())
def test_a_preview_never_lies_at_the_published_site(
    site: str,
    domain: str | None,
    netlify: FakeNetlify,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Neither at its host nor within its domain, nor anything else that the host serves."""
    monkeypatch.setenv("SITE_URL", site)
    netlify.domain = domain
    done = publish(tmp_path)
    assert done.status == 1
    assert "belongs to the published site" in done.err
    assert netlify.deploys == []


@pytest.mark.usefixtures("proposed")
@pytest.mark.parametrize("turn", range(6))
def test_a_passing_fault_is_waited_out(
    turn: int, github: FakeGitHub, netlify: FakeNetlify, netlify_server: Server, tmp_path: Path
) -> None:
    """One request too many, whichever it is, and a machine that is away for a moment."""
    github.failing, netlify.busy, netlify.patient = 2, 2, turn
    assert publish(tmp_path).status == 0
    assert "/index.html" in netlify.site("pr-7")
    assert len(netlify.deploys) == 1


FAILURES = {
    "Netlify answered 401 to GET /sites/previews-id: the token is not valid": {
        "PREVIEW_TOKEN": "wrong"
    },
    "Netlify cannot be reached: it does not answer": {"PREVIEW_API": "http://127.0.0.1:9"},
    "the environment variable SITE_URL is not set": {"SITE_URL": ""},
    "the environment variable PREVIEW_SITE is not set": {"PREVIEW_SITE": ""},
    "'nowhere' is no address of a site": {"SITE_URL": "nowhere"},
    "PREVIEW_HOST must be netlify or webdav": {"PREVIEW_HOST": "pages"},
    "GitHub answered 401": {"GH_TOKEN": "wrong"},
    "GITHUB_REPOSITORY must be like owner/name": {"GITHUB_REPOSITORY": "site"},
    "GITHUB_EVENT_PATH names cannot be read": {"GITHUB_EVENT_PATH": "nowhere.json"},
}


@pytest.mark.usefixtures("proposed", "netlify_server")
@pytest.mark.parametrize(("message", "settings"), FAILURES.items())
def test_what_is_wrong_is_said_in_one_line(
    message: str, settings: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    done = publish(tmp_path)
    assert done.status in (1, 2)
    assert message in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.usefixtures("proposed", "netlify_server")
@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"busy": 50}, "Netlify answered 429"),
        ({"refusing": "no\nroom"}, "Netlify does not take the preview: no room"),
    ],
)
def test_a_host_that_fails_is_told_in_the_comment(
    fault: dict[str, object],
    message: str,
    github: FakeGitHub,
    netlify: FakeNetlify,
    tmp_path: Path,
) -> None:
    for name, value in fault.items():
        setattr(netlify, name, value)
    done = publish(tmp_path)
    assert done.status == 1
    assert message in done.err
    assert f"**No preview:** {message}" in github.comments[0]["body"]


@pytest.mark.parametrize(
    "happened",
    [{}, {"workflow_run": {}}, finished(cause="push"), finished("main"), {"workflow_run": None}],
)
def test_another_event_is_refused(
    happened: dict[str, object], event: Event, tmp_path: Path
) -> None:
    event(happened)
    done = publish(tmp_path)
    assert done.status == 1
    assert "the event is not" in done.err or "was not that of a pull request" in done.err


@pytest.mark.usefixtures("proposed", "netlify_server")
def test_the_previews_of_closed_pull_requests_are_removed(
    github: FakeGitHub, netlify: FakeNetlify, tmp_path: Path
) -> None:
    """Open ones stay, and so does what is no preview; the comment says that it is gone."""
    publish(tmp_path)
    github.propose(8, "b" * 40)
    for name in ("pr-8", "main", "pr-", "pr-08", None):
        netlify.deploys.append({"id": f"x{name}", "branch": name, "state": "ready"})
    github.pulls[7]["state"] = "closed"
    done = run("ci", "sweep", cwd=tmp_path)
    assert (done.status, done.out) == (0, "Removed the previews of: 7\n")
    assert [deploy["branch"] for deploy in netlify.deploys] == [
        "pr-8",
        "main",
        "pr-",
        "pr-08",
        None,
    ]
    assert "its preview was removed" in github.comments[0]["body"]
    assert "thanks @\u200beverybody" in github.comments[0]["body"]
    again = run("ci", "sweep", cwd=tmp_path)
    assert (again.status, again.out) == (0, "No preview is left over.\n")


def test_without_a_host_there_is_nothing_to_sweep(tmp_path: Path) -> None:
    assert run("ci", "sweep", cwd=tmp_path).status == 0


@pytest.mark.usefixtures("proposed", "netlify_server")
def test_a_comment_stays_under_the_limit(github: FakeGitHub, tmp_path: Path) -> None:
    """Even where every character needs a blank without width after it."""
    github.artifact = zipped({**FINE, "diff.md": b"@a " * 40_000 + b"\n"})
    publish(tmp_path)
    assert len(github.comments[0]["body"]) < 65_536
