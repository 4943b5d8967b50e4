"""Name the format of the entries in the text of `mkdocs.yml`; nothing else in it changes."""

from typing import Any

import yaml

from explainer.entries.in_place import BOM, Edit, Lines, edited
from explainer.entries.text import uniform

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLUGIN, _SETTING = "explainer", "format"
_FURTHER_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")
"""Line ends for YAML, but for no editor: of the same length, so that all places stay."""


def with_format(text: str, version: int) -> str | None:
    """Return the settings with the format in them.

    `text` has its own byte order mark and line ends. None where the plugin is switched on in
    another file, or in a way that is not understood.
    """
    try:
        edit = _edit(text, version)
        changed = edited(text, [edit]) if edit else text
        return changed if edit and format_in(changed) == str(version) else None
    except yaml.YAMLError:
        return None


def format_in(text: str) -> str | None:
    """Return the format that settings name, as they write it; None where they name none."""
    try:
        found = _plugin(_composed(text))
    except yaml.YAMLError:
        return None
    if found is None or not isinstance(found[1], yaml.MappingNode):
        return None
    value = _value_of(found[1], _SETTING)
    return value.value if isinstance(value, yaml.ScalarNode) else None


def _edit(text: str, version: int) -> Edit | None:
    """Say what to write where."""
    found = _plugin(_composed(text))
    if found is None:
        return None
    name, options = found
    lines, setting = Lines(text), f"{_SETTING}: {version}"
    after_name = _place(lines, name.end_mark)
    if options is None:
        return Edit(after_name, after_name, f": {{{setting}}}")
    if isinstance(options, yaml.MappingNode):
        known = _value_of(options, _SETTING)
        if known is not None:
            return _over(lines, known, str(version))
        return _added(lines, options, setting)
    if isinstance(options, yaml.ScalarNode) and not options.value:
        colon = text.index(":", after_name) + 1
        return Edit(colon, colon, f" {{{setting}}}")
    if isinstance(options, yaml.ScalarNode) and options.value in ("~", "null"):
        return _over(lines, options, f"{{{setting}}}")
    return None


def _added(lines: Lines, options: yaml.MappingNode, setting: str) -> Edit | None:
    """Write the setting before the others, as they are written."""
    start = _place(lines, options.start_mark)
    if options.flow_style:
        return Edit(start + 1, start + 1, f"{setting}, " if options.value else setting)
    start = _place(lines, options.value[0][0].start_mark)
    indent = lines.text[lines.offset(options.value[0][0].start_mark.line + 1, 1) : start]
    return None if indent.strip() else Edit(start, start, f"{setting}{lines.end}{indent}")


def _composed(text: str) -> Any:
    return yaml.compose(uniform(text).lstrip(BOM).translate(_FURTHER_LINE_ENDS), Loader=_LOADER)


def _plugin(root: Any) -> tuple[yaml.Node, yaml.Node | None] | None:
    """Find where the plugin is switched on: its name, and its options if it has any."""
    plugins = _value_of(root, "plugins") if isinstance(root, yaml.MappingNode) else None
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for item in items:
        if isinstance(item, yaml.ScalarNode) and item.value == _PLUGIN:
            return item, None
        if isinstance(item, yaml.MappingNode):
            for name, value in item.value:
                if name.value == _PLUGIN:
                    return name, value
    return None


def _value_of(mapping: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in mapping.value if name.value == key), None)


def _over(lines: Lines, node: yaml.Node, words: str) -> Edit:
    return Edit(_place(lines, node.start_mark), _place(lines, node.end_mark), words)


def _place(lines: Lines, mark: yaml.Mark) -> int:
    return lines.offset(mark.line + 1, mark.column + 1)
