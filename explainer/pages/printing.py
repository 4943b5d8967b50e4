"""The page with everything a site has to say, for paper."""

from explainer.entries.entry import DocPath

PRINT = DocPath("print/index.md")
