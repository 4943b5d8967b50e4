"""Take the Markdown of other projects' tests out of their source distributions.

    pip download --no-deps --no-binary :all: markdown==3.11.3 markdown-it-py==4.3.0
    python -m tests.data.extract markdown-3.11.3.tar.gz markdown_it_py-4.3.0.tar.gz

Only what goes into Markdown is taken: none of the code, and none of the expected HTML.
"""

import ast
import json
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

FOLDER = Path(__file__).parent
Text = tuple[str, str, str]
"""The file or the number of an example, its section or test, and the Markdown."""


def files_of(archive: str) -> dict[str, bytes]:
    """Read the files of a source distribution, by path below its one folder."""
    with tarfile.open(archive) as tar:
        members = sorted((member for member in tar if member.isfile()), key=lambda m: m.name)
        found = {m.name.partition("/")[2]: tar.extractfile(m) for m in members}
        return {path: stream.read() for path, stream in found.items() if stream}


def commonmark(files: dict[str, bytes]) -> Iterator[Text]:
    """Yield the examples of the CommonMark specification."""
    for example in json.loads(files["tests/test_cmark_spec/commonmark.json"]):
        yield str(example["example"]), example["section"], example["markdown"]


def python_markdown(files: dict[str, bytes]) -> Iterator[Text]:
    """Yield the test files of Python-Markdown, and the texts inside its test modules."""
    for path, data in files.items():
        name = path.removeprefix("tests/")
        if name != path and path.endswith(".txt"):
            yield name, "", data.decode()
        if name.startswith("test_syntax/") and path.endswith(".py"):
            yield from ((name, test, text) for test, text in rendered_in(ast.parse(data)))


def rendered_in(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the name of each test of a module with the Markdown that it has rendered."""
    for test in ast.walk(module):
        if isinstance(test, ast.FunctionDef):
            for call in ast.walk(test):
                if isinstance(call, ast.Call) and called(call) == "assertMarkdownRenders":
                    text = text_of(call.args[0])
                    if text is not None:
                        yield test.name, text


def called(call: ast.Call) -> str:
    """Return the name of the method that is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def text_of(node: ast.expr) -> str | None:
    """Return a text that stands in the code as it is; None for one that is computed."""
    if isinstance(node, ast.Call) and called(node) == "dedent":
        text = text_of(node.args[0])
        return None if text is None else dedent(text).strip()
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = text_of(node.left), text_of(node.right)
        return None if None in parts else "".join(map(str, parts))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def write(name: str, texts: Iterator[Text]) -> None:
    """Write texts as JSON, one a line; of equal ones the first."""
    first: dict[str, Text] = {}
    for text in texts:
        first.setdefault(text[2], text)
    lines = ",\n".join(json.dumps(text, ensure_ascii=False) for text in first.values())
    (FOLDER / name).write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    write("python_markdown.json", python_markdown(files_of(sys.argv[1])))
    write("commonmark.json", commonmark(files_of(sys.argv[2])))
