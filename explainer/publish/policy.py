"""What a browser may do with a page: its Content Security Policy (CSP level 3)."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

# The extension `tables` of Python-Markdown writes these into cells, and nothing else has a style.
_CELL_STYLES = tuple(f"text-align: {side};" for side in ("left", "center", "right"))
_CELL_STYLE = 'style="text-align'


@cache
def policy(*, inline_scripts: bool = False) -> str:
    """Return the policy of the pages of a site: nothing but files of the site itself.

    `inline_scripts` is for the server of MkDocs, which writes its script for reloading into every
    page, another each time.
    """
    scripts = "'self' 'unsafe-inline'" if inline_scripts else "'self'"
    rules = (
        "default-src 'none'",
        f"script-src {scripts}",
        "style-src 'self'",
        "img-src 'self' data:",  # Material's icons in style sheets are data
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
    return "; ".join(rules)


@cache
def cell_policy() -> str:
    """Return what the policy of a page with aligned cells has beside: their styles by hash."""
    return f"style-src-attr 'unsafe-hashes' {' '.join(map(_hash, _CELL_STYLES))}"


def policy_for(content: str) -> str:
    """Return the policy of a page of its own with some content."""
    return f"{policy()}; {cell_policy()}" if _CELL_STYLE in content else policy()


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
