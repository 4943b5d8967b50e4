"""A Jinja environment for templates that nobody here has read: they lay out, and nothing else.

Jinja's own sandbox keeps a template from the inside of objects. This one also lets it call nothing
but macros and methods of text, and counts what it does, because a template of three lines can
loop for ever or write a gigabyte.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

import jinja2
from jinja2 import nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

MOST_STEPS = 2_000_000
"""Rounds of loops, calls and filters of a page."""

LONGEST_TEXT = 20_000_000
"""Characters of a page, and of any text on the way to it."""

_LARGEST_NUMBER = 1_000_000  # an argument of a filter or a method, such as a width
_LARGEST_POWER = 10
_MOST_ITEMS = 100_000  # of a list, those of the lists in it included, that is written out
_CALLABLE = (Macro, BlockReference, LoopContext, Cycler, Joiner)
_GROWING = frozenset({"center", "expandtabs", "join", "ljust", "replace", "rjust", "zfill"})
_GROWING_FILTERS = frozenset({"join", "replace", "wordwrap"})
_LAZY_FILTERS = """
attr batch count d default dictsort first groupby items last length list map max min random
reject rejectattr reverse select selectattr slice sort sum unique
"""
_LAZY = frozenset(_LAZY_FILTERS.split())  # they write nothing out
_CALL = 20  # steps: what a call takes in rounds of a loop
_CHECKED = "_counted"


class _Generator(CodeGenerator):
    """Compile `a ~ b` to a call of the environment."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class SandboxedPages(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with a limit to all that a template can do."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, finalize=_written)
        self._steps = 0
        self.globals = {"range": self.globals["range"], "namespace": Namespace}
        self.filters = {name: self._guarded(name, made) for name, made in self.filters.items()}
        self.filters[_CHECKED] = self._counted
        del self.filters["format"]  # a width in it would be filled before anybody could look

    def begin(self) -> None:
        """Begin to count anew: another page."""
        self._steps = 0

    def concat(self, parts: Iterable[str]) -> str:
        """Put the output of a template together."""
        written: list[str] = []
        size = 0
        for part in parts:
            size += len(part)
            _must(size <= LONGEST_TEXT, "the template writes too much")
            written.append(part)
        return "".join(written)

    def joined(self, parts: tuple[object, ...]) -> str:
        """Return what `~` makes of some values."""
        self._step()
        for part in parts:
            _writable(part)
        size = sum(len(part) for part in parts if isinstance(part, str))
        _must(size <= LONGEST_TEXT, "the text is too long")
        return markup_join(parts)

    def is_safe_callable(self, obj: Any) -> bool:
        """Say whether a template may call something: macros, loops, and methods of text.

        Beside these, what is global: ranges, and the texts of the language.
        """
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, str):
            return obj.__name__ not in _GROWING and super().is_safe_callable(obj)
        return (
            isinstance(obj, _CALLABLE)
            or isinstance(owner, _CALLABLE)
            or any(obj is known for known in self.globals.values())
        )

    def call(self, context: Context, made: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call something for a template."""
        self._step(_CALL)
        if not isinstance(made, Macro):
            _bounded(args, kwargs)
        return super().call(context, made, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute for a template; only numbers are multiplied, and no text is formatted."""
        self._step()
        if operator == "+" and not isinstance(left, int | float):
            _must(hasattr(left, "__len__") and hasattr(right, "__len__"), "cannot be added")
            _must(len(left) + len(right) <= _LARGEST_NUMBER, "the sum is too long")
        elif operator != "+":
            numbers = isinstance(left, int | float) and isinstance(right, int | float)
            small = numbers and max(abs(left), abs(right)) <= _LARGEST_NUMBER
            _must(
                small and (operator != "**" or abs(right) <= 10), f"{operator} takes small numbers"
            )
        return super().call_binop(context, operator, left, right)

    def get_template(self, *args: Any, **kwargs: Any) -> jinja2.Template:
        """Load a template, perhaps to include it."""
        self._step(_CALL)
        return super().get_template(*args, **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in list(tree.find_all(nodes.For)):
            if loop.recursive:
                raise jinja2.TemplateSyntaxError(
                    "a loop in the sandbox cannot be recursive", loop.lineno, name, filename
                )
            counted = nodes.Filter(loop.iter, _CHECKED, [], [], None, None, lineno=loop.lineno)
            loop.iter = counted.set_environment(self)
        return tree

    @pass_context
    def _counted(self, _: Context, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._step()
            yield item

    def _step(self, count: int = 1) -> None:
        self._steps += count
        _must(self._steps <= MOST_STEPS, "the template takes too long")

    def _guarded(self, name: str, made: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter that refuses what would make it take long, or write much."""

        @wraps(made)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            self._step()
            _bounded(args, kwargs)
            for arg in args if name not in _LAZY else ():
                _writable(arg)
            if name in _GROWING_FILTERS:
                sizes = [len(arg) for arg in (*args, *kwargs.values()) if hasattr(arg, "__len__")]
                longest, rest = max(sizes, default=0), sum(sizes)
                _must(
                    longest * max(1, rest - longest) <= LONGEST_TEXT * 10, f"{name} grows too far"
                )
            return made(*args, **kwargs)

        return guarded


def _bounded(args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    for arg in (*args, *kwargs.values()):
        if isinstance(arg, int | float):
            _must(abs(arg) <= _LARGEST_NUMBER, "the number is too large")


def _written(value: object) -> object:
    """Return what a template prints, if it can be printed."""
    _writable(value)
    return value


def _writable(value: object) -> None:
    """Refuse a list that would be long if it were written out: one may hold another many times."""
    if not isinstance(value, list | tuple | dict | set):
        return
    waiting: list[Any] = [value]
    seen = 0
    while waiting:
        one = waiting.pop()
        seen += len(one)
        _must(seen <= _MOST_ITEMS, "the list is too long")
        inner = [*one, *one.values()] if isinstance(one, dict) else one
        waiting += [item for item in inner if isinstance(item, list | tuple | dict | set)]


def _must(holds: bool, words: str) -> None:
    if not holds:
        raise SecurityError(words)
