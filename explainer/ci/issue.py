"""The one issue about the sources: opened, kept up to date, and closed when all is well."""

from explainer.ci.github import GitHub

MARK = "<!-- explainer-site: sources -->"
_TITLE = "Sources that need a look"
_ABOUT = "This is written anew whenever the sources are looked at, and closed when all is well."


def settle(github: GitHub, report: str | None, *, author: str) -> str:
    """Make the issue say what the report says; return what was done, in words."""
    own = next(
        (
            issue
            for issue in github.issues(creator=author)
            if str(issue["body"] or "").startswith(MARK)
            and "pull_request" not in issue
            and issue["user"]["login"] == author
        ),
        None,
    )
    if report is None:
        if own is not None and own["state"] == "open":
            github.change_issue(int(own["number"]), state="closed")
            return f"All is well; issue {own['number']} is closed."
        return "All is well."
    body = f"{MARK}\n{_ABOUT}\n\n{report}"
    if own is None:
        github.open_issue(_TITLE, body)
        return "An issue was opened."
    same = str(own["body"]).replace("\r\n", "\n").strip() == body.strip()
    if not same or own["state"] != "open":
        github.change_issue(int(own["number"]), body=body, state="open")
    return f"Issue {own['number']} says what is to be done."
