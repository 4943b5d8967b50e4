"""The one error of this room: a step of a workflow that cannot go on."""


class FlowFailedError(Exception):
    """A step cannot do what it is for; the message says why, in one line."""


def one_line(text: str, *, longest: int = 300) -> str:
    """Make one line of a text from elsewhere, fit for a terminal and for the log of a runner.

    It has no control characters, and no beginning of an old command (`##[`) of GitHub's.
    """
    plain = "".join(c if c.isprintable() else " " for c in text.replace("##[", "#["))
    words = " ".join(plain.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
