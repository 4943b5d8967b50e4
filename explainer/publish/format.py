"""The format that the entries of a site are written in, and what is said of another one."""

from explainer.entries.formats import FORMAT
from explainer.publish.wrong import WrongConfigurationError


def refuse_other_format(version: int) -> None:
    """Refuse a site whose entries are written in another format than this program reads.

    Raises `WrongConfigurationError`.
    """
    if isinstance(version, bool) or version < 0:
        raise WrongConfigurationError(f"explainer: format is a number, such as {FORMAT}")
    if version > FORMAT:
        raise WrongConfigurationError(
            f"this site is written for format {version} of entries, and this program knows "
            f"{FORMAT}: update the program"
        )
    if version < FORMAT:
        raise WrongConfigurationError(
            f"this site is written for format {version} of entries, and this program reads "
            f"{FORMAT}: run `python build.py migrate` (or `explainer migrate`), which changes the "
            "files and nothing else"
        )
