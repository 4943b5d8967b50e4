"""Marks for texts that are written in one place and translated where they are shown."""


def msgid(text: str) -> str:
    """Mark a text for the catalogues: it is translated where it is shown."""
    return text


def msgids(one: str, several: str) -> tuple[str, str]:
    """Mark a text for the catalogues that has another form for several things."""
    return one, several


def msgids_of(_: str, one: str, several: str) -> tuple[str, str]:
    """Mark a text with a form for several things that has a context."""
    return one, several
