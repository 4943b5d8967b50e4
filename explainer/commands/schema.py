"""`schema`: the JSON Schema of each kind's front matter."""

import click

from explainer.publish.schema import schema_text, schemas_of, write_schemas


def run_schema(config_file: str, folder: str | None) -> int:
    """Print one JSON object with the schema of every kind, or write a file for each.

    Files are told by their paths; return 1 when one cannot be written.
    """
    if folder is None:
        click.echo(schema_text(schemas_of(config_file)), nl=False)
        return 0
    done = write_schemas(config_file, folder)
    for path in done.files:
        click.echo(path)
    if done.failure:
        click.echo(done.failure, err=True)
    return 1 if done.failure else 0
