"""The page on settings: those of the plugin, those of MkDocs that matter here, the environment."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from explainer.publish.options import TOLD, PluginConfig
from explainer.settings import SAYS, Licence, Limits
from explainer.subjects import available
from tools.reference.markdown import code, flow, table

# What each setting of MkDocs is for here; MkDocs has more, which work as its manual says.
OF_MKDOCS: Mapping[str, str] = {
    "site_name": "the name of the site; needed",
    "site_description": "what it is about, in a sentence, for search engines and feeds",
    "site_url": "the address at which it is published; without it there are no feeds, no pictures "
    "for those who share pages, and no addresses in the sitemap",
    "repo_url": "the address of its repository; with it every page has a link to edit it, and "
    "`/corrections/` one to report an error",
    "docs_dir": "the content folder; `docs` if nothing else is said",
    "site_dir": "the folder of the built site; `site` if nothing else is said",
    "theme": "`name: material`, and with `language` the language of the site; `en` if nothing else "
    "is said",
    "nav": "the navigation; without it the site has its overviews and the pages at the top",
    "plugins": "must name `explainer`, and `search` for the search",
    "markdown_extensions": "further syntax of texts, such as `tables` and `attr_list`",
    "extra_css": "style sheets of the site's own",
    "extra_javascript": "scripts of the site's own",
    "use_directory_urls": "whether addresses end in a slash; `true` if nothing else is said",
    "strict": "whether warnings stop a build, as with `--strict`",
    "dev_addr": "where `serve` shows the site; `127.0.0.1:8000` if nothing else is said",
    "watch": "further folders whose changes `serve` follows",
}

# Variables of the environment, and what they are for: those of a build, and those of workflows.
OF_BUILDS: Mapping[str, str] = {
    "SITE_URL": "the address of the published site, where `mkdocs.yml` says "
    '`site_url: !ENV [SITE_URL, ""]`, as that of a new site does',
    "REPOSITORY_URL": "the address of the repository, where `mkdocs.yml` says "
    "`repo_url: !ENV [REPOSITORY_URL, null]`",
    "SOURCE_DATE_EPOCH": "the day of the build, in seconds since 1970, instead of today: for "
    "builds that can be repeated",
    "NO_COLOR": "set to anything, what is printed has no colours",
}
OF_WORKFLOWS: Mapping[str, str] = {
    "GH_TOKEN": "the token with which steps ask GitHub",
    "GITHUB_REPOSITORY": "the repository, as `owner/name`; set by GitHub",
    "GITHUB_EVENT_PATH": "the file with what started the workflow; set by GitHub",
    "GITHUB_STEP_SUMMARY": "the file that is shown as the summary of a step; set by GitHub",
    "GITHUB_API_URL": "the address of GitHub's API; set by GitHub",
    "GITHUB_SERVER_URL": "the address of GitHub itself; set by GitHub",
    "COMMENT_AUTHOR": "who comments and opens issues; `github-actions[bot]` if not given",
    "PREVIEW_HOST": "where previews are published: `netlify`, `webdav`, or nowhere",
    "PREVIEW_SITE": "the site of the previews there",
    "PREVIEW_API": "the address to upload previews to",
    "PREVIEW_TOKEN": "what opens that address; a secret",
    "ASKING_PAUSE": "seconds between two attempts to ask a machine; 1 if not given",
}


def options() -> str:
    """Return the table of the options of the plugin."""
    defaults = {name: option.default for name, option in PluginConfig()._schema}
    defaults["subjects"] = [name for name, subject in available().items() if subject.default]
    rows = (
        (
            code(name),
            told.takes,
            told.otherwise or _default(defaults[name]),
            told.says,
            code(told.example),
        )
        for name, told in TOLD.items()
    )
    return table(("setting", "takes", "otherwise", "what it says", "example"), rows)


def _default(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(code, value))
    return code(flow(value))


def limits() -> str:
    """Return the table of the limits."""
    rows = ((code(f.name), _says(f), f"{f.default:,}") for f in fields(Limits))
    return table(("in `limits`", "counts", "otherwise"), rows)


def licence() -> str:
    """Return the table of what a licence says."""
    rows = (
        (code(f.name), _says(f), "yes" if f.default is MISSING else "") for f in fields(Licence)
    )
    return table(("in `licence`", "what it says", "needed"), rows)


def _says(field: Field[Any]) -> str:
    said: str = field.metadata[SAYS]
    return said


def of_mkdocs() -> str:
    """Return the table of settings of MkDocs."""
    return _told("setting", OF_MKDOCS)


def of_builds() -> str:
    """Return the table of the variables that builds read."""
    return _told("variable", OF_BUILDS)


def of_workflows() -> str:
    """Return the table of the variables that the steps of workflows read."""
    return _told("variable", OF_WORKFLOWS)


def _told(head: str, said: Mapping[str, str]) -> str:
    rows: Iterable[tuple[str, str]] = ((code(name), words) for name, words in said.items())
    return table((head, "what it says"), rows)
