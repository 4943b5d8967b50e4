"""Where the templates of the generator itself lie."""

from pathlib import Path

import explainer

_PACKAGE = Path(explainer.__file__).parent


def generator_templates() -> Path:
    """Return the folder of the generator's templates, in a checkout or in an installed package."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"
