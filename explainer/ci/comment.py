"""The one comment on a pull request that says what changes, and where it can be seen."""

from explainer.ci.github import LARGEST_COMMENT, GitHub
from explainer.ci.markdown import harmless, shortened

MARK = "<!-- explainer-site: preview -->"
_CHANGES = "\n\n<!-- explainer-site: changes -->\n\n"
_LIST = "preview/"  # the page of a preview that lists what has changed
_LONGEST = LARGEST_COMMENT - 4_000  # room for our own words


def words(
    *, commit: str, run: str, preview: str | None, trouble: str | None, changes: str | None
) -> str:
    """Write the comment: our own words first, then the change, as far as it can be believed.

    `preview` is the address of the preview, `trouble` what stood in its way, `run` the address of
    the run; `changes` is a stranger's Markdown.
    """
    if preview:
        where = f"**Preview:** <{preview}> ([its changed pages]({preview}{_LIST}))"
    else:
        where = f"**No preview:** {harmless(trouble or 'none was built', preview=None)}."
    about = f"{where}\n\nFor commit {commit[:12]}; [the check]({run}) says more."
    said = shortened(harmless(changes or "", preview=preview), longest=_LONGEST).strip()
    return f"{MARK}\n{about}{_CHANGES}{said or 'What changes is not known.'}\n"


def say(github: GitHub, number: int, body: str, *, author: str) -> None:
    """Post the comment, or change the one that is there."""
    own = _own(github, number, author)
    if own is None:
        github.comment(number, body)
    elif own[1] != body:
        github.change_comment(own[0], body)


def take_back(github: GitHub, number: int, *, author: str) -> None:
    """Say in the comment, where there is one, that the preview is gone."""
    own = _own(github, number, author)
    if own is None:
        return
    changes = own[1].partition(_CHANGES)[2]
    gone = f"{MARK}\nThe pull request is closed, and its preview was removed.{_CHANGES}{changes}"
    if gone != own[1]:
        github.change_comment(own[0], gone)


def _own(github: GitHub, number: int, author: str) -> tuple[int, str] | None:
    """Find our comment: by its mark, which anybody can write, and its author, whom nobody can be.

    GitHub may give back line breaks in another form.
    """
    for comment in github.comments(number):
        body = str(comment["body"] or "").replace("\r\n", "\n")
        if (comment["user"] or {}).get("login") == author and body.startswith(MARK):
            return int(comment["id"]), body
    return None
