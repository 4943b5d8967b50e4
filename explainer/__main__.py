"""`python -m explainer` is the same as `explainer`."""

import sys

from explainer.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
