"""`new`: write the skeleton of an entry."""

import click

from explainer.publish.skeleton import write_skeleton


def run_new(config_file: str, kind: str, title: str) -> int:
    """Write a skeleton and print its path; return 1 when an entry of that id is there already."""
    written = write_skeleton(config_file, kind, title)
    click.echo(written.message, err=not written.done)
    return 0 if written.done else 1
