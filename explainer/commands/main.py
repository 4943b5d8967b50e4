"""The command line as a whole: its commands, and how it ends."""

import sys
from collections.abc import Sequence

import click

import explainer
from explainer.commands.console import program
from explainer.commands.content import check, diff, explain, migrate, new, schema
from explainer.commands.site import build, init, serve, stage
from explainer.publish import WrongConfigurationError


class _DefaultsToBuild(click.Group):
    """A group whose bare call, or call with options only, is `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ("-h", "--help", "--version")):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_DefaultsToBuild,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 when all is well, 1 when problems stop the command, 2 when the command "
    "line or the settings are wrong, 130 when it was stopped from the keyboard.",
)
@click.version_option(explainer.__version__)
def cli() -> None:
    """Build an explainer site from Markdown entries. Without a command: build."""


@cli.command(
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument(
    "arguments", nargs=-1, type=click.UNPROCESSED, help="The step, and its own options."
)
def ci(arguments: Sequence[str]) -> int:
    """Run a step of a workflow; `ci --help` lists them."""
    from explainer.commands.ci import run_ci  # noqa: PLC0415 - HTTP takes a while to load

    return run_ci(arguments)


for _command in (init, build, serve, check, new, migrate, diff, stage, schema, explain):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    args = list(arguments) if arguments is not None else None
    try:
        status = cli.main(
            args=args, prog_name=program().removeprefix("python "), standalone_mode=False
        )
    except WrongConfigurationError as error:
        click.echo(f"Configuration: {error}", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 130
    return int(status or 0)


if __name__ == "__main__":
    sys.exit(main())
