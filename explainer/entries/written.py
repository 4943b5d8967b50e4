"""What single values look like in a file, as JSON Schema says it: for completion in editors.

An editor's program reads YAML with types, where the generator takes every scalar for text: to it
`1961` is a number and `true` is a truth value. So each schema takes what the validator of the same
type takes, in either form; where it cannot be the same it is looser.
"""

from typing import Any, TypeAlias

from explainer.dates.grammar import ANY_DATE, ONE_DATE
from explainer.entries.countries import COUNTRIES

Schema: TypeAlias = dict[str, Any]

_LAST_YEAR = 9999  # a year alone is a number to YAML

TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
FLAG: Schema = {"enum": [True, False, "true", "false"]}
COUNT: Schema = {
    "type": ["integer", "string"],
    "pattern": r"^\s*[0-9]{1,12}\s*$",
    "minimum": 0,
    "maximum": 999_999_999_999,
    "examples": [24],
}
NUMBER_PATTERN = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
NUMBER: Schema = {
    "type": ["number", "string"],
    "pattern": rf"^\s*{NUMBER_PATTERN}\s*$",
    "examples": [12.5],
}
ID: Schema = {
    "type": ["string", "integer"],
    "pattern": r"^\s*[a-z0-9]+(?:-[a-z0-9]+)*\s*$",
    "minimum": 0,
    "examples": ["ada-lovelace"],
}
COUNTRY: Schema = {
    "oneOf": [{"const": code, "title": name} for code, name in sorted(COUNTRIES.items())],
}
LANGUAGE: Schema = {
    "type": "string",
    "pattern": r"^\s*[a-z]{2,3}(?:-[A-Za-z0-9]+)*\s*$",
    "examples": ["en", "ru", "zh-Hant"],
}
WEB_ADDRESS: Schema = {
    "type": "string",
    "pattern": r"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*$",
    "examples": ["https://example.org/report"],
}
SECURE_ADDRESS: Schema = {
    "type": "string",
    "pattern": r"^\s*[Hh][Tt][Tt][Pp][Ss]://\S+\s*$",
    "examples": ["https://example.org/"],
}
FILE: Schema = {
    "type": ["string", "number"],
    "pattern": r"\S",
    "examples": ["images/jane-doe.jpg"],
}
OLD_PATH: Schema = {
    "type": ["string", "number"],
    "pattern": r"\S",
    "examples": ["people/old-name/"],
}
_DEGREES = r"^\s*[+-]?[0-9]{1,3}(?:\.[0-9]+)?\s*$"
COORDINATES: Schema = {
    "type": "array",
    "prefixItems": [
        {"type": ["number", "string"], "pattern": _DEGREES, "minimum": -90, "maximum": 90},
        {"type": ["number", "string"], "pattern": _DEGREES, "minimum": -180, "maximum": 180},
    ],
    "items": False,
    "minItems": 2,
    "examples": [[39.93, 32.86]],
}
DATE: Schema = {
    "type": ["string", "integer"],
    "pattern": rf"^\s*(?:{ONE_DATE})\s*$",
    "minimum": -_LAST_YEAR,
    "maximum": _LAST_YEAR,
    "description": "a date in EDTF",
    "examples": ["2024-08-01", "2021-08", "2021~"],
}
SPAN: Schema = {
    **DATE,
    "pattern": rf"^\s*(?:{ANY_DATE})\s*$",
    "description": "a date or an interval in EDTF",
    "examples": ["2024-08-01", "2024-08-01/2024-08-03", "2021-08/.."],
}
