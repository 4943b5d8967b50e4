"""Keep what pages take in from other files to files of the content."""

from mkdocs.config.defaults import MkDocsConfig

_NAME = "pymdownx.snippets"


def confine_snippets(config: MkDocsConfig) -> None:
    """Let the extension for snippets read no file outside the content, and ask no other machine.

    It would read anything below the folder that the build is started in. Where the settings name
    folders, they are what the site wants.
    """
    if _NAME not in config.markdown_extensions:
        return
    given = dict((config.mdx_configs or {}).get(_NAME) or {})
    given.setdefault("base_path", [config.docs_dir])
    given |= {"restrict_base_path": True, "url_download": False}
    config.mdx_configs = {**(config.mdx_configs or {}), _NAME: given}
