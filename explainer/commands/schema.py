"""`schema`: what editors' programs need to know of the front matter of each kind."""

import click

from explainer.publish.schema import cms_text, schema_text, schemas_of, write_cms, write_schemas

FORMATS = ("json", "cms")


def run_schema(config_file: str, folder: str | None, *, form: str) -> int:
    """Print one JSON object with the schema of every kind, or write a file for each.

    The form `cms` is the configuration of a CMS instead. Files are told by their paths; return 1
    when one cannot be written.
    """
    is_cms = form == "cms"
    if folder is None:
        text = cms_text(config_file) if is_cms else schema_text(schemas_of(config_file))
        click.echo(text, nl=False)
        return 0
    done = (write_cms if is_cms else write_schemas)(config_file, folder)
    for path in done.files:
        click.echo(path)
    if done.failure:
        click.echo(done.failure, err=True)
    return 1 if done.failure else 0
