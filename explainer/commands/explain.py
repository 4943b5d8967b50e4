"""`explain`: what a problem means, an example of it, and how to mend it."""

import click

from explainer.entries.near import did_you_mean
from explainer.problems import CODES, Code
from explainer.publish.examples import ExampleReport, example_of


def run_explain(name: str) -> int:
    """Print what a problem code means; raise `click.UsageError` for one that does not exist."""
    code = CODES.get(name)
    if code is None:
        near = did_you_mean(name, CODES)
        hint = f"did you mean {near}?" if near else "there are: " + ", ".join(CODES)
        raise click.UsageError(f"there is no problem {name!r}; {hint}")
    click.echo(explanation(code, example_of(name)))
    return 0


def explanation(code: Code, example: ExampleReport | None) -> str:
    """Write out what a code means, with an example where there is one."""
    parts = [f"{code.name} ({code.level})", code.meaning]
    if example:
        parts += [_shown(f"Where main had {path}", text) for path, text in example.before.items()]
        parts += [_shown(f"For example, {path}", text) for path, text in example.files.items()]
        said = "\n".join(f"    {problem}" for problem in example.problems)
        parts.append(f"`{command_of(example)}` says:\n\n{said}")
    parts.append(f"To mend it: {code.cure}")
    return "\n\n".join(parts)


def command_of(example: ExampleReport) -> str:
    """Return the command that reports the problem of an example."""
    if example.before:
        return "check --base main"
    is_advice = all(problem.level == "note" for problem in example.problems)
    return "check --verbose" if is_advice else "check"


def _shown(title: str, text: str) -> str:
    lines = "\n".join(f"    {line}".rstrip() for line in text.splitlines())
    return f"{title}:\n\n{lines}"
