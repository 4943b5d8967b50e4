"""The error of a date that cannot be read, in words for the person who wrote it."""


class EdtfError(ValueError):
    """Say why a text is no date and how to mend it.

    `message` says what is wrong and `hint` what to write instead, in plain words, no full stop.
    `suggestions` are the dates that the hint names, each of which parses; there may be none.
    """

    def __init__(self, message: str, hint: str, suggestions: tuple[str, ...] = ()) -> None:
        # All three are the exception's arguments, so that it survives the way between processes.
        super().__init__(message, hint, suggestions)
        self.message = message
        self.hint = hint
        self.suggestions = suggestions

    def __str__(self) -> str:
        """Return the message alone, without the hint."""
        return self.message
