"""Publish the preview of a checked change, and remove those of closed ones: the step with rights.

It reads what another job left as mere data, runs nothing of it, and asks GitHub which pull
request it belongs to.
"""

from explainer.ci import comment
from explainer.ci.artifact import LARGEST_ZIP, NAME, Received, receive
from explainer.ci.failure import FlowFailedError
from explainer.ci.github import GitHub
from explainer.ci.hosts import Host, address_apart, name_of, number_in
from explainer.ci.run import pull_request_of, run_in
from explainer.ci.surroundings import Surroundings


def publish(around: Surroundings) -> str:
    """Publish the preview of a finished run, and say so on its pull request.

    Return what was done, in words. Raises `FlowFailedError` where the artifact is refused, which
    the pull request is told as well, or the host or GitHub does not do its part.
    """
    github, run = around.github(), run_in(around.event)
    pull = pull_request_of(run, github)
    if pull is None or not pull.is_open:
        return "No open pull request stands at this commit; there is nothing to publish."
    failure, preview, trouble, received = None, None, None, Received("", {})
    try:
        data = github.artifact(run.number, NAME, largest=LARGEST_ZIP)
        received = receive(data) if data is not None else received
        preview, trouble = _published(around, github, pull.number, received)
    except FlowFailedError as error:
        failure, trouble = error, str(error)
    body = comment.words(
        commit=run.commit,
        run=around.run_address(run.number),
        preview=preview,
        trouble=trouble,
        changes=received.diff,
    )
    comment.say(github, pull.number, body, author=around.author)
    if failure:
        raise failure
    return f"Pull request {pull.number}: {preview or f'no preview, {trouble}'}"


def _published(
    around: Surroundings, github: GitHub, number: int, received: Received
) -> tuple[str | None, str | None]:
    """Publish what was received; return its address, or why there is none."""
    if not received.site:
        return None, "the site could not be built"
    host = around.host()
    if host is None:
        return None, "no host for previews is set up"
    name = name_of(number)
    address = address_apart(host, name, around.site_url)
    host.publish(name, received.site)
    if not github.pull_request(number).is_open:  # it was closed in the meantime
        host.remove(name)
        return None, "the pull request is closed"
    return address, None


def sweep(around: Surroundings) -> tuple[int, ...]:
    """Remove the previews of pull requests that are not open; return their numbers."""
    host = around.host()
    return _swept(host, around.github(), around.author) if host else ()


def _swept(host: Host, github: GitHub, author: str) -> tuple[int, ...]:
    removed = []
    for name in host.names():
        number = number_in(name)
        if number is None or github.pull_request(number).is_open:
            continue
        host.remove(name)
        comment.take_back(github, number, author=author)
        removed.append(number)
    return tuple(sorted(removed))
