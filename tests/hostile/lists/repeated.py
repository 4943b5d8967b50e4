"""Texts that repeat something, as parts with their numbers: a list of them stays short."""

import ast
from collections.abc import Iterator

Repeated = list[tuple[str, int]]
FEWEST = 100
"""How often something is repeated at least, in a text that is meant to take long."""


def repeated(module: ast.Module) -> Iterator[Repeated]:
    """Yield the texts of a module that are computed by repeating, such as `"[" * 1000 + "a"`."""
    inner: set[ast.AST] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.BinOp) and node not in inner:
            inner.update(ast.walk(node))
            parts = _parts(node)
            if parts and any(times >= FEWEST for _, times in parts):
                yield parts


def text_of(parts: Repeated) -> str:
    """Return the text."""
    return "".join(part * times for part, times in parts)


def _parts(node: ast.expr) -> Repeated:
    """Return the parts of an expression; none where it has anything else in it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [(node.value, 1)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        first, second = _parts(node.left), _parts(node.right)
        return [*first, *second] if first and second else []
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        match node.left, node.right:
            case ast.Constant(value=str(part)), ast.Constant(value=int(times)):
                return [(part, times)]
    return []
