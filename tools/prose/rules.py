"""The rules of the house style: what they look for in a passage, and what they tell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from proselint.checks import __register__
from proselint.registry.checks import Check

from explainer.site.sentences import sentence_starts
from tools.prose.passages import Passage

STYLE = Path(__file__).with_name("style.yml")
_QUOTED = re.compile(r"“[^“”]*”|(?<!\w)\"[^\"]*\"(?!\w)|(?<!\w)'[^']*'(?!\w)")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be mended in a passage."""

    passage: Passage
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.passage.place}: {self.message} [{self.code}]"


@dataclass(frozen=True)
class Rule:
    """Words that are not to be written, but in the phrases that are allowed."""

    code: str
    message: str
    words: tuple[str, ...]
    allowed: tuple[str, ...] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(self.words)})\b", re.IGNORECASE)

    @cached_property
    def _allowance(self) -> re.Pattern[str]:
        return re.compile("|".join(self.allowed) or r"(?!)", re.IGNORECASE)

    def findings(self, passage: Passage, text: str) -> Iterator[Finding]:
        """Yield what the rule finds in the words of a passage that are its own."""
        allowed = [match.span() for match in self._allowance.finditer(text)]
        for match in self._pattern.finditer(text):
            if not any(start <= match.start() < end for start, end in allowed):
                yield Finding(passage, self.code, self.message.format(match[0]))


@dataclass(frozen=True, slots=True)
class Style:
    """All that is looked for."""

    rules: tuple[Rule, ...]
    longest_sentence: int
    checks: tuple[Check, ...]

    def findings(self, passage: Passage) -> Iterator[Finding]:
        """Yield what is to be mended in a passage."""
        own = _QUOTED.sub(lambda match: "\u2007" * len(match[0]), passage.text)
        for rule in self.rules:
            yield from rule.findings(passage, own)
        yield from self._long_sentences(passage)
        for check in self.checks:
            for found in check.check(own):
                yield Finding(passage, check.path, found.message)

    def _long_sentences(self, passage: Passage) -> Iterator[Finding]:
        starts = sentence_starts(passage.text)
        for start, end in zip(starts, [*starts[1:], len(passage.text)], strict=True):
            words = passage.text[start:end].split()
            if len(words) > self.longest_sentence:
                beginning = " ".join(words[:6])
                message = f"a sentence of {len(words)} words: “{beginning} …”; make two of it"
                yield Finding(passage, "long-sentence", message)


def read_style(file: Path = STYLE) -> Style:
    """Read the rules."""
    found = yaml.safe_load(file.read_text(encoding="utf-8"))
    rules = (
        Rule(rule["code"], rule["message"], tuple(rule["words"]), tuple(rule.get("allowed", ())))
        for rule in found["rules"]
    )
    return Style(tuple(rules), int(found["longest_sentence"]), _checks(found["proselint"]))


def _checks(names: Sequence[str]) -> tuple[Check, ...]:
    return tuple(
        check
        for check in __register__
        if any(check.path == name or check.path.startswith(f"{name}.") for name in names)
    )


def findings(passages: Iterable[Passage], style: Style) -> Iterator[Finding]:
    """Yield what is to be mended in passages, in their order."""
    for passage in passages:
        yield from style.findings(passage)
