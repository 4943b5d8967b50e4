"""Which addresses a link may have, however they are disguised."""

import pytest

from explainer.site.addresses import unsafe_scheme


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a:b",
        "HTTP://example.org",
        "//example.org/x:y",
        "mailto:ada@example.org",
        "tel:+49",
        "#a:b",
        "?a:b",
        "../people/ada/",
        "a/b:c",
        "",
        "page.md#x",
        "(a):b",
        "a):",
        "1:2",
        "Категория:Люди",
    ],
)
def test_an_ordinary_address_is_safe(address: str) -> None:
    assert unsafe_scheme(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "  javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "java\u00adscript:alert(1)",
        "\ufeffjavascript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "&#0000106avascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&Tab;script&NewLine;:alert(1)",
        "javascript&amp;colon;alert(1)",
        "%6Aavascript:alert(1)",
        "javascript%3Aalert(1)",
        "java%0Ascript:alert(1)",
        "java\\script:alert(1)",
    ],
)
def test_a_script_is_found_in_every_disguise(address: str) -> None:
    assert unsafe_scheme(address) == "javascript"


@pytest.mark.parametrize("scheme", ["vbscript", "data", "file", "blob", "ftp", "view-source"])
def test_only_four_schemes_are_safe(scheme: str) -> None:
    assert unsafe_scheme(f"{scheme}:x") == scheme
