"""Shapes of text that have made parsers of CommonMark slow, each repeated as often as is asked.

These are the cases that its implementations test; the numbers are ours.
"""

from collections.abc import Callable, Mapping

Shape = Callable[[int], str]

SHAPES: Mapping[str, Shape] = {
    "nested strong and plain emphasis": lambda n: "*a **a " * n + "b" + " a** a*" * n,
    "ends of emphasis": lambda n: "a_ " * n,
    "beginnings of emphasis": lambda n: "_a " * n,
    "ends of links": lambda n: "a]" * n,
    "beginnings of links": lambda n: "[a" * n,
    "beginnings and ends that do not match": lambda n: "*a_ " * n,
    "two kinds of emphasis": lambda n: "*a " * n + "_a*_ " * n,
    "emphasis by three": lambda n: "a**b" + "c* " * n,
    "links and ends of emphasis": lambda n: "[ a_" * n,
    "brackets and parentheses": lambda n: "[ (](" * n,
    "pictures of links": lambda n: "![[]()" * n,
    "nested brackets": lambda n: "[" * n + "a" + "]" * n,
    "nested quotations": lambda n: "> " * n + "a",
    "nested lists": lambda n: "".join("  " * depth + "* a\n" for depth in range(n // 20)),
    "lists in a row": lambda n: "- " * n + "x" + "\n" * n,
    "lists in a quotation": lambda n: "> " + "- " * n + "x\n" + ">\n" * n,
    "emphasis in quotations": lambda n: ">" * n + "a*" * n,
    "backticks of every length": lambda n: "".join("e" + "`" * m for m in range(1, n // 20)),
    "addresses in angles": lambda n: "[a](<b" * n,
    "addresses": lambda n: "[a](b" * n,
    "comments": lambda n: "</" + "<!--" * n,
    "instructions": lambda n: "a" + "<?" * n,
    "declarations": lambda n: "a" + "<!A " * n,
    "blocks of characters": lambda n: "a" + "<![CDATA[" * n,
    "zeros": lambda n: "a\0" * n,
    "asterisks": lambda n: "*" * n + "a" + "*" * n,
    "references": lambda n: "".join(f"[{m}]: u\n" for m in range(n)) + "[0] " * n,
    "references nowhere": lambda n: "".join(f"[x{m}] " for m in range(n)),
    "tables": lambda n: "|" * n + "\n" + "|-" * n + "\n",
    "rows": lambda n: "a|b\n-|-\n" + "|" * n,
    "entities": lambda n: "&" * n + "#" * n,
    "attributes": lambda n: "<a " + "b" * n + " c=" * n,
    "escapes": lambda n: "\\" * n + "[" * n,
}
