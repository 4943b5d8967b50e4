"""The barrier of a build: what stops it when its problems are known."""

from collections.abc import Collection, Sequence

from mkdocs.exceptions import PluginError

from explainer.problems import Problem, error_count, stopping


class StoppedError(PluginError):
    """Problems stopped the build; they have been told."""


def hold(problems: Sequence[Problem], *, strict: bool, tolerated: Collection[str]) -> None:
    """Stop a build with problems that stop it.

    Raises `StoppedError`.
    """
    stops = stopping(problems, strict=strict, tolerated=tolerated)
    if stops:
        errors = error_count(stops)
        number, noun = (errors, "error") if errors else (len(stops), "warning")
        raise StoppedError(f"{number} {noun}{'' if number == 1 else 's'}; nothing was written")
