"""Templates and settings of a stranger's: nothing of them runs, and what is trusted is bounded."""

import json
import re
from pathlib import Path

import jinja2
import pytest
from pydantic import BaseModel

from explainer.pages.environment import TemplateFailedError, make_environment, render_template
from explainer.pages.sandbox import LONGEST_TEXT
from tests.archive import write_site
from tests.hostile.active import active
from tests.repositories import commit, repository
from tests.sites import SMALL, Ran, contents, pages_in, run, write


class Model(BaseModel):
    """An object whose methods can read files, as those of every model can."""

    name: str = "Ada"


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ []|map(attribute='__class__')|list }}{{ model.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ range.__class__ }}{{ range.__self__ }}{{ ().__class__ }}",
    "{{ model.parse_file('/etc/passwd') }}",
    "{{ model.model_validate_json('{}') }}",
    "{{ model.model_construct() }}",
    "{{ thing.model_dump_json() }}",
    "{{ thing.copy() }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{x.__class__}'.format_map({'x': 1}) }}",
    "{% set x = [] %}{{ x.append(1) }}",
    "{% set x = {} %}{{ x.update(a=1) }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../../etc/passwd' %}",
    "{% import 'os' as os %}",
    "{{ loop }}{{ caller() }}",
    "{{ undefined() }}",
]
ENDLESS = {
    "loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "range": "{% for a in range(999999999) %}{% endfor %}",
    "a loop that goes down": "{% for a in [[1]] recursive %}{{ loop(a) }}{% endfor %}",
    "a macro": "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "a tree of macros": "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}"
    "{% endmacro %}{{ f(60) }}",
    "itself": "{% include 'page.html' %}{% include 'page.html' %}",
    "a parent": "{% extends 'page.html' %}",
    "a power": "{{ 9 ** 9 ** 9 ** 9 }}",
    "times": "{{ 'a' * 10 ** 10 }}",
    "times a list": "{{ [1] * 10 ** 10 }}",
    "a format": "{{ '%9999999999d' % 1 }}",
    "another format": "{{ '{:>9999999999}'.format(1) }}",
    "a filter's format": "{{ '%9999999999d'|format(1) }}",
    "center": "{{ 'a'|center(9999999999) }}",
    "a method": "{{ 'a'.ljust(9999999999) }}{{ 'a'.zfill(9999999999) }}",
    "indent": "{{ 'a\\nb'|indent(9999999999) }}",
    "batch": "{{ [1]|batch(9999999999, 'x')|list }}",
    "slice": "{{ [1]|slice(9999999999)|list }}",
    "round": "{{ 1.5|round(9999999999) }}",
    "doubled text": "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}"
    "{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
    "added text": "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}"
    "{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}",
    "doubled list": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}"
    "{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
    "a doubled list as text": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}"
    "{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x|string|length }}",
    "a doubled list as JSON": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}"
    "{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x|tojson }}",
    "joined": "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}"
    "{% set n.x = [n.x, n.x]|join(n.x) %}{% endfor %}{{ n.x }}",
    "replaced": "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}"
    "{% set n.x = n.x|replace('a', n.x) %}{% endfor %}{{ n.x }}",
    "captured": "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}"
    "{% set x %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = x %}{% endfor %}{{ n.x }}",
    "written": "{% for a in range(1000) %}{% for b in range(1000) %}"
    + "a" * 100
    + "{% endfor %}{% endfor %}",
}


def rendered(template: str) -> str:
    """Render a template in the sandbox."""
    environment = make_environment(jinja2.DictLoader({"page.html": template}), sandboxed=True)
    context = {"model": Model, "thing": Model(), "rows": [{"name": "Ada"}], "title": "A <b>"}
    return render_template("page.html", context, environment, lambda _: None)


@pytest.mark.parametrize("template", ESCAPES)
def test_no_template_gets_out_of_the_sandbox(template: str) -> None:
    """To the inside of objects, to methods of theirs, or to other files."""
    with pytest.raises(TemplateFailedError) as failed:
        rendered(template)
    assert failed.value.problem.code == "bad-template"


@pytest.mark.parametrize("template", ENDLESS.values(), ids=ENDLESS)
def test_no_template_goes_on_for_ever(template: str) -> None:
    """Nor fills the memory: it is stopped after so many steps, or so much text."""
    with pytest.raises(TemplateFailedError) as failed:
        rendered(template)
    assert failed.value.problem.code == "bad-template"


def test_a_long_page_is_no_problem() -> None:
    """What honest templates do fits many times over."""
    page = rendered(
        "{% macro row(n) %}<li>{{ n }} {{ title }}{% endmacro %}"
        "{% for n in range(20000) %}{{ row(n) }}{% if loop.last %}!{% endif %}{% endfor %}"
    )
    assert page.count("<li>") == 20_000
    assert page.endswith("A &lt;b&gt;!")
    assert len(page) < LONGEST_TEXT


def test_the_sandbox_lays_out_as_ever() -> None:
    """Filters, tests, loops, joined text and escaping are those of every template."""
    assert (
        rendered(
            "{{ rows|map(attribute='name')|join(', ') }} {{ 'a' ~ title }} {{ title.upper() }} "
            "{% for a in [1, 2] %}{{ loop.index }}/{{ loop.length }}{{ loop.cycle('x', 'y') }} "
            "{% endfor %}{{ 2 * 3 + 1 }} {{ [1] + [2] }} {{ rows|length }} {{ 7 % 4 }}"
        )
        == "Ada aA &lt;b&gt; A &lt;B&gt; 1/2x 2/2y 7 [1, 2] 1 3"
    )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a site without any problem."""
    return write_site(SMALL, tmp_path / "small").parent


def test_an_untrusted_site_comes_out_the_same(small: Path) -> None:
    """As long as it asks for nothing that could run: byte for byte."""
    write(
        small,
        "mkdocs.yml",
        "site_name: Small & more\nsite_url: https://x.example/\n"
        "plugins: [search, explainer: {stale_after: 30}]\n"
        "markdown_extensions: [attr_list, tables, toc: {permalink: true}]\n"
        "theme: {name: material, language: ru}\nnav: [index.md, {All: people/index.md}]\n",
    )
    write(small, "docs/index.md", "# Front\n\nSee [[ada-lovelace]].\n")
    for options in (("-d", "one"), ("-d", "two", "--untrusted")):
        done = run("build", *options, "--no-cache", cwd=small)
        assert done.status == 0, done.err
        assert "untrusted" not in done.err
    assert contents(small / "one") == contents(small / "two")


HOOK = "from pathlib import Path\nPath(__file__).with_name('ran').write_text('hook')\n"
SETTINGS = """
site_name: !ENV [HOME, Small]
site_description: !!python/object/apply:os.mkdir [RAN]
site_url: https://x.example/
repo_url: javascript://x.example/%0Ahit(1)
edit_uri: "javascript:hit(1)//"
copyright: <script>hit(1)</script>
hooks: [hook.py]
plugins: [search, explainer, offline, module.plugin]
extra_javascript: [x.js, https://evil.example/x.js]
extra_css: [https://evil.example/x.css]
extra: {homepage: "javascript:hit(1)", analytics: {provider: google, property: G-1}}
extra_templates: [x.html]
theme: {name: material, custom_dir: over, features: [navigation.instant], favicon: i.png}
markdown_extensions:
  - attr_list
  - pymdownx.snippets: {base_path: /}
  - module.extension
  - toc: {permalink: true, slugify: !!python/name:hook.slugify }
nav: [index.md, X: "javascript:hit(1)"]
site_dir: ../elsewhere
watch: [/]
"""


@pytest.fixture
def stranger(small: Path) -> Path:
    """Return a site in which everything that could run would leave a file behind."""
    write(small, "mkdocs.yml", SETTINGS.replace("RAN", str(small / "ran")))
    for path in ("hook.py", "module.py", "sitecustomize.py"):
        write(small, path, HOOK)
    script = "<script>hit(1)</script>{{ cycler.__init__.__globals__.os.mkdir('ran') }}"
    for path in ("over/main.html", "templates/person.html", "templates/theme/main.html"):
        write(small, path, script)
    write(small, "docs/index.md", "# Front\n\nSee [[ada-lovelace]] {{ 7*7 }}.\n")
    return small


def holds_nothing_that_acts(site: Path) -> None:
    """Look at every page of a built site."""
    found = {path: active(page, whole=True) for path, page in pages_in(site).items()}
    assert {path: acts for path, acts in found.items() if acts} == {}
    assert len(found) > 10


def test_nothing_of_a_stranger_is_run(stranger: Path) -> None:
    """Neither settings nor hooks, plugins, extensions, templates and scripts; it is said."""
    done = run("build", "--untrusted", cwd=stranger)
    assert done.status == 0, done.err
    assert not (stranger / "ran").exists()
    assert not (stranger.parent / "elsewhere").exists()
    holds_nothing_that_acts(stranger / "site")
    [settings, templates] = [line for line in done.err.splitlines() if line[:9] == "untrusted"]
    for name in ("hooks", "the plugin offline", "the extension pymdownx.snippets", "extra_css"):
        assert name in settings
    assert templates == "untrusted: templates/ is not taken into account"
    title = "<title>Small</title>"
    assert title in (stranger / "site/index.html").read_text()


@pytest.mark.parametrize("command", [("check",), ("diff", "main"), ("check", "--base", "main")])
def test_no_command_runs_anything_of_a_stranger(stranger: Path, command: tuple[str, ...]) -> None:
    """Nor where even the base has settings that could run something."""
    repository(stranger)
    done = run(*command, "--untrusted", cwd=stranger)
    assert done.status in (0, 1), done.err
    assert "the extension module.extension" in done.err
    assert not (stranger / "ran").exists()


@pytest.mark.parametrize(
    "settings",
    [
        "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "site_name: [\n",
        "- a\n",
        "",
        "[" * 5000,
        "site_name: S\nx: " + "a" * 300_000,
        "site_name: {a: b}\nplugins: 7\ntheme: [x]\nmarkdown_extensions: 3\nnav: {a: {b: 1}}\n",
    ],
)
def test_settings_that_make_no_sense_are_told(small: Path, settings: str) -> None:
    """In a line, whatever is wrong with them."""
    write(small, "mkdocs.yml", settings)
    done = run("build", "--untrusted", cwd=small)
    assert done.status == 2
    assert done.err.startswith("Configuration: ")


def preview(site: Path, *options: str) -> Ran:
    """Build a preview of a site that is not trusted, but for its branch main."""
    return run("build", "--untrusted", "--preview", "main", *options, cwd=site)


def test_what_the_base_has_is_trusted(small: Path) -> None:
    """Settings, templates and scripts that the change left alone are taken."""
    write(
        small,
        "mkdocs.yml",
        "site_name: !ENV [NAME_OF_SITE, Small]\nextra_css: [own.css]\n"
        "plugins: [search, explainer]\nextra_javascript: [own.js]\n",
    )
    write(small, "docs/own.css", "a {}")
    write(small, "docs/own.js", "1")
    write(small, "docs/page.svg", "<svg/>")
    write(small, "templates/person.html", "<p>Own {{ title }}</p>{{ prose }}")
    write(small, ".gitignore", "/site/\n/.cache/\n")
    repository(small)
    write(
        small,
        "docs/glossary/note-g.md",
        "---\ntitle: Note G\nsummary: Other.\n---\nBy [[ada-lovelace]].[@menabrea-1843]\n",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAME_OF_SITE", "Named")
        done = preview(small)
    assert done.status == 0, done.err
    assert "untrusted" not in done.err
    page = (small / "site/people/ada-lovelace/index.html").read_text()
    assert "<p>Own Ada Lovelace</p>" in page
    assert "Named" in page
    assert 'href="../../own.css"' in page
    assert 'src="../../own.js"' in page


def test_what_a_change_makes_of_it_is_not(small: Path) -> None:
    """Settings are then those of the base; templates and scripts are left out or refused."""
    write(
        small,
        "mkdocs.yml",
        "site_name: Before\nplugins: [search, explainer]\nextra_javascript: [own.js]\n",
    )
    write(small, "docs/own.js", "1")
    write(small, "templates/person.html", "<p>Own {{ title }}</p>")
    repository(small)
    write(small, "mkdocs.yml", "site_name: After\nplugins: [search, explainer]\nhooks: [x.py]\n")
    write(small, ".gitignore", "templates/more.html\n")
    write(small, "templates/more.html", "hidden from git")
    done = preview(small)
    assert done.status == 0, done.err
    assert "untrusted: mkdocs.yml differs; the settings are those of main" in done.err
    assert "untrusted: templates/ is not taken into account" in done.err
    page = (small / "site/people/ada-lovelace/index.html").read_text()
    assert "Before" in page
    assert "<p>Own" not in page
    write(small, "docs/own.js", "hit(1)")
    done = preview(small)
    assert done.status == 1
    assert "docs/own.js:1:1: error: 'own.js' is of a type" in done.err


@pytest.mark.parametrize(
    "name", ["x.html", "x.js", "x.svg", "x.css", "x.xml", "x.wasm", "x", "x.SVG"]
)
def test_no_stranger_brings_what_a_browser_would_run(small: Path, name: str) -> None:
    """Not even as a file beside the pages."""
    write(small, f"docs/{name}", "<script>hit(1)</script>")
    done = run("check", "--untrusted", "--format", "json", cwd=small)
    assert done.status == 1
    assert [p["code"] for p in json.loads(done.out)["problems"]] == ["bad-file"]


@pytest.mark.parametrize("template", ["{{ title.__class__ }}", ENDLESS["loops"]])
def test_templates_of_the_base_run_in_the_sandbox(small: Path, template: str) -> None:
    """They are reported at their line, as any other template that fails."""
    write(small, "templates/person.html", f"\n{template}")
    repository(small)
    done = preview(small, "-j", "1")
    assert done.status == 1
    assert "templates/person.html:2:1: error: SecurityError" in done.err


def test_the_theme_runs_in_the_sandbox_too(small: Path) -> None:
    write(small, "templates/theme/404.html", "\n{{ config.__class__.__init__.__globals__ }}")
    repository(small)
    done = preview(small)
    assert done.status == 1
    assert "templates/theme/404.html:2:1: error: SecurityError" in done.err


def test_content_is_never_a_template(small: Path) -> None:
    """Prose, fields, and names of files are text to the templates, trusted or not."""
    text = "{{ 7*7 }} {% include 'x' %} {# x #} ${7*7} <%= 7*7 %>"
    write(
        small, "docs/people/x.md", f"---\ntitle: {json.dumps(text)}\nsummary: S.\n---\n`{text}`\n"
    )
    write(small, "docs/{{7+7}}.md", f"# A\n\n`{text}` [[x]] [[ada-lovelace]]\n")
    for options in ((), ("--untrusted",)):
        assert run("build", *options, cwd=small).status == 0
        for page in ("people/x", "{{7+7}}"):
            html = (small / f"site/{page}/index.html").read_text()
            assert "{{ 7*7 }}" in html
            assert not re.search(r"\b(49|14)\b", html.split("<article", 1)[1])


def test_a_link_to_templates_is_not_followed(small: Path) -> None:
    """A change may put a link where the templates were."""
    write(small, "templates/person.html", "<p>Own {{ title }}</p>")
    repository(small)
    (small / "templates").rename(small / "docs/moved")
    (small / "templates").symlink_to("docs/moved")
    write(small, "docs/moved/person.html", "<script>hit(1)</script>")
    done = run("check", "--untrusted", "--base", "main", cwd=small)
    assert done.status == 1
    assert "untrusted: templates/ is not taken into account" in done.err
    assert commit(small)
