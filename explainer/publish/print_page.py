"""Make the one page that has the whole site on it, from the same pages that the site has."""

from collections.abc import Callable, Sequence

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from explainer.entries.entry import DocPath
from explainer.pages.build import BuiltPage
from explainer.pages.environment import ShowPath, TemplateFailedError, render_template
from explainer.pages.overviews import PRINT
from explainer.pages.printing import Part, PrintedPage, Printer, is_printed, parts_of
from explainer.pages.scope import Scope
from explainer.publish.companion import Companion
from explainer.publish.companions import Made
from explainer.publish.generator import Plan
from explainer.publish.layout import laid_out, metadata
from explainer.publish.patience import GivenUpError, patience
from explainer.publish.policy import policy_for
from explainer.publish.prose import ProseRenderer
from explainer.settings import Settings
from explainer.site.files import page_file

_TEMPLATE = "print.html"
_STYLES = ("stylesheets/explainer.css", "stylesheets/print.css")


def add_print_page(
    files: Files,
    config: MkDocsConfig,
    plan: Callable[[], Plan],
    environment: jinja2.Environment,
    show: ShowPath,
) -> None:
    """Give MkDocs the page, if nothing else has its address; it is made when it is asked for."""
    file = page_file(PRINT, directory_urls=config.use_directory_urls)
    if file not in {known.dest_uri for known in files}:
        press = _Press(config, files, environment, show)
        files.append(Made(Companion(file, press.page), config, plan))


class _Press:
    """Render pages as the site has them, and put them into one document."""

    def __init__(
        self, config: MkDocsConfig, files: Files, environment: jinja2.Environment, show: ShowPath
    ) -> None:
        self._config, self._files = config, files
        self._environment, self._show = environment, show

    def page(self, plan: Plan) -> bytes:
        """Return the document; of a site too large for one, a page that says so."""
        scope = Scope.of(plan.whole, PRINT)
        told = (overview.path for subject in plan.subjects for overview in subject.overviews)
        found = parts_of(scope.site, plan.pages, told) if is_printed(scope.site) else ()
        parts, assets = self._parts(plan, scope, found)
        settings, icon = scope.site.settings, self._config.theme.get("favicon")
        context = {
            "settings": settings,
            "parts": parts,
            "sources": scope.source_lines(),
            "home": scope.to(DocPath("index.md")),
            "address": settings.url,
            "entries": len(scope.site.entries),
            "policy": Markup(
                policy_for("".join(page.html for _, pages in parts for page in pages))
            ),
            "icon": scope.to_file(icon) if icon else "",
            "styles": [scope.to_file(f"assets/{name}") for name in assets],
        }
        try:
            text = render_template(_TEMPLATE, context, self._environment, self._show)
        except TemplateFailedError as failure:
            text = f"<!doctype html><title>{_TEMPLATE}</title><pre>{failure.problem.message}</pre>"
        return text.encode()

    def _parts(
        self, plan: Plan, scope: Scope, parts: Sequence[Part]
    ) -> tuple[list[tuple[Part, list[PrintedPage]]], list[str]]:
        """Return the parts with their pages, and the style sheets that these ask for."""
        printer, assets = Printer(scope, parts), dict.fromkeys(_STYLES[:1])
        prose = ProseRenderer(self._config, self._files)
        printed, settings = [], scope.site.settings
        for part in parts:
            pages = []
            for path in part.pages:
                built = plan.pages[path].build()
                assets |= dict.fromkeys(name for name in built.assets if name.endswith(".css"))
                pages.append(printer.printed(built, self._content(built, prose, settings)))
            printed.append((part, pages))
        return printed, [*assets, *_STYLES[1:]]

    def _content(self, built: BuiltPage, prose: ProseRenderer, settings: Settings) -> str:
        """Render a page as the plugin does; what is wrong with it has been told there."""
        # A file of its own, because MkDocs notes at a file which page was made of it last.
        file = File.generated(self._config, built.path, content="")
        page = Page(None, file, self._config)
        page.markdown, page.meta = built.markdown, metadata(built, settings.words)
        try:
            with patience(settings.limits):
                prose.render(page)
        except GivenUpError:
            prose.start_over()
            page.content = ""
        around = (self._environment, self._show, settings.limits)
        content, _ = laid_out(built, page.content or "", *around)
        return content
