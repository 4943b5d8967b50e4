"""The error of settings that cannot be used."""


class WrongConfigurationError(Exception):
    """The site's `mkdocs.yml` cannot be used; the message says why, and what to do."""
