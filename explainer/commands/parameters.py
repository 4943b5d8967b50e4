"""The options that several commands have."""

from collections.abc import Callable
from typing import Any

import click

untrusted_option = click.option(
    "--untrusted",
    is_flag=True,
    help="The site is a stranger's: run nothing of it. The base that is named is trusted.",
)


def config_file_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option that names the settings of a site."""
    return click.option(
        "-f",
        "--config-file",
        metavar="FILE",
        default="mkdocs.yml",
        show_default=True,
        help="The site's settings; its folder is the site.",
    )(command)
