"""The page on commands, read off the command line itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import click

from explainer.commands.ci import ci as steps
from explainer.commands.main import cli
from tools.reference.markdown import code, prose, table

PROGRAM = "python build.py"
EXAMPLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "init": (
        ("init ../my-site", "starts a site with an example of each kind of entry"),
        (
            'init ../my-site --title "Our bridges" --language ru --bare',
            "starts an empty one in Russian",
        ),
    ),
    "build": (
        ("build", "builds the site into `site/`"),
        ("build --strict -d public", "builds it into `public/`, if there are no warnings either"),
        ("build --preview main -d preview", "builds a preview that marks what differs from `main`"),
    ),
    "serve": (("serve --open", "shows the site at <http://127.0.0.1:8000/>, in the browser"),),
    "check": (
        ("check", "reports every problem"),
        ("check docs/people", "reports those of the people"),
        ("check --strict --format json", "reports them for a program, and fails at warnings"),
        ("check --base main", "reports entries that were moved without a redirect as well"),
        ('check --absent "Jane Doe"', "shows that a name is nowhere on the site, or where"),
    ),
    "new": (('new person "Jane Doe"', "writes `docs/people/jane-doe.md` with what it must say"),),
    "migrate": (("migrate --dry-run", "says what a newer format of entries would change"),),
    "diff": (
        ("diff main", "tells what was changed since `main`"),
        ("diff HEAD~1 HEAD --format markdown", "tells what the last commit changed, as a comment"),
    ),
    "stage": (("stage -d staged", "writes the site as plain Markdown into `staged/`"),),
    "schema": (
        ("schema -d .schemas", "writes `.schemas/person.schema.json` and so on"),
        ("schema --format cms -d docs/admin", "writes the configuration of Decap CMS"),
    ),
    "explain": (("explain broken-link", "says what the problem means, and how to mend it"),),
}


@dataclass(frozen=True, slots=True)
class CommandPart:
    """What is told of one command."""

    name: str
    usage: str
    help: str
    arguments: str
    options: str
    ending: str
    examples: str


def commands() -> Iterator[CommandPart]:
    """Yield the commands, those of a site first."""
    for name, command in cli.commands.items():
        if name != "ci":
            yield _part(name, command, f"{PROGRAM} {name}")


def ci_steps() -> Iterator[CommandPart]:
    """Yield the steps of workflows."""
    for name, command in steps.commands.items():
        yield _part(f"ci {name}", command, f"{PROGRAM} ci {name}")


def ending() -> str:
    """Return what the exit status of every command means."""
    return str(cli.epilog)


def about_ci() -> str:
    """Return what is said of the steps as a whole."""
    return str(steps.help)


def _part(name: str, command: click.Command, program: str) -> CommandPart:
    context = command.make_context(program, [], parent=_parent(), resilient_parsing=True)
    pieces = command.collect_usage_pieces(context)
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    options = [param for param in command.params if isinstance(param, click.Option)]
    return CommandPart(
        name=name,
        usage=" ".join([program, *pieces]),
        help=prose(_paragraphs(command.help or "")),
        arguments=table(
            ("argument", "what it is"),
            ((code(param.make_metavar(context)), param.help or "") for param in arguments),
        )
        if arguments
        else "",
        options=table(
            ("option", "otherwise", "what it does"), [_option(param, context) for param in options]
        )
        if options
        else "",
        ending=command.epilog or "",
        examples=table(
            ("example", "does"),
            ((code(f"{PROGRAM} {line}"), words) for line, words in EXAMPLES.get(name, ())),
        )
        if name in EXAMPLES
        else "",
    )


def _parent() -> click.Context:
    """Return a context of the whole command line, whose settings hold for every command."""
    return click.Context(cli, info_name=PROGRAM, **cli.context_settings)


def _paragraphs(text: str) -> str:
    """Put each paragraph of a help text on one line."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _option(option: click.Option, context: click.Context) -> tuple[str, str, str]:
    names = ", ".join(code(name) for name in option.opts)
    value = "" if option.is_flag else f" {_value(option, context)}"
    default = code(str(option.default)) if option.show_default else ""
    several = " It may be given several times." if option.multiple else ""
    needed = "must be given" if option.required else default
    return f"{names}{value}", needed, f"{_sentence(option.help or '')}{several}"


def _value(option: click.Option, context: click.Context) -> str:
    if isinstance(option.type, click.Choice):
        return " or ".join(map(code, option.type.choices))
    return code(option.make_metavar(context))


def _sentence(text: str) -> str:
    return prose(f"{text[:1].upper()}{text[1:]}")
