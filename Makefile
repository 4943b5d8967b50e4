# Everything a person or continuous integration runs. `make` alone lists it.
#
#   PYTHON=python3.12   makes the virtual environment with this interpreter
#   ARGS="..."          is passed on, e.g. make check ARGS="--format json"

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
INSTALL := $(BIN)/python -m pip install --quiet --require-hashes
COMPILE := $(BIN)/python -m uv pip compile pyproject.toml --quiet --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"

# Stamps: each stands for a finished step and is made anew when what it depends on changes.
MADE := $(VENV)/.made
RUNTIME := $(VENV)/.runtime
PROJECT := $(VENV)/.project
TESTING := $(VENV)/.testing

# The benchmark has an environment of its own: other generators do not belong among our tools.
BENCH := .venv-bench
BENCHING := $(BENCH)/.made

# So have fuzzing, whose library is for Linux alone, and the audit, which is not among the tests.
FUZZ := .venv-fuzz
FUZZING := $(FUZZ)/.made
AUDIT := .venv-audit
AUDITING := $(AUDIT)/.made
LOCKS := $(wildcard requirements*.lock)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve site check prose ci test lint types browser pytest format bench fuzz audit lock words reference clean

help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' Makefile

serve: $(PROJECT) ## the site with live reload, on this machine
	$(BIN)/python build.py serve $(ARGS)

site: $(PROJECT) ## the site as files, in site/
	$(BIN)/python build.py build $(ARGS)

check: $(PROJECT) ## every problem in the content
	$(BIN)/python build.py check $(ARGS)

prose: $(TESTING) ## the house style: judging words, long sentences, statements that nobody makes
	$(BIN)/python -m tools.prose $(ARGS)

ci: $(PROJECT) ## a step of a workflow, e.g. make ci ARGS="sources -d .cache/sources"
	$(BIN)/python build.py ci $(ARGS)

test: lint types browser pytest ## lint, types, browser and pytest: what continuous integration runs

lint: $(TESTING) ## style
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check

types: $(TESTING) ## types
	$(BIN)/python -m mypy

browser: $(TESTING) ## finds a Chromium or Chrome for the tests, or gets one
	$(BIN)/python -m tests.browser.chromium

pytest: $(TESTING) ## the tests alone, e.g. make pytest ARGS="-n 0 tests/browser"
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

format: $(TESTING) ## formats the code and mends what can be mended
	$(BIN)/python -m ruff check --fix
	$(BIN)/python -m ruff format

bench: $(BENCHING) ## compares with other generators, e.g. make bench ARGS="100 1000 --runs 5"
	$(BENCH)/bin/python -m bench $(ARGS)

fuzz: $(FUZZING) ## feeds a parser with odd bytes, e.g. make fuzz ARGS="dates --minutes 5"
	$(FUZZ)/bin/python -m fuzz $(ARGS)

audit: $(AUDITING) ## looks locked libraries up among known vulnerabilities; asks the network
	$(foreach lock,$(LOCKS),$(AUDIT)/bin/pip-audit --strict --disable-pip --require-hashes \
		--progress-spinner off -r $(lock) &&) true

lock: $(TESTING) ## renews requirements.lock and all other locks
	$(COMPILE) --extra build --output-file requirements.lock
	$(COMPILE) --extra build --extra test --constraint requirements.lock \
		--output-file requirements-test.lock
	$(COMPILE) --extra build --extra bench --constraint requirements.lock \
		--output-file requirements-bench.lock
	$(COMPILE) --extra build --extra fuzz --constraint requirements.lock \
		--output-file requirements-fuzz.lock
	$(COMPILE) --extra build --extra audit --constraint requirements.lock \
		--output-file requirements-audit.lock

words: $(TESTING) ## brings the catalogues up to date; a site's own: make words ARGS=locale/uk.po
	$(BIN)/python -m tools.catalogues $(ARGS)

reference: $(PROJECT) ## writes reference/ and the tables of KINDS.md from the code
	$(BIN)/python -m tools.reference

clean: ## removes all that make has made
	rm -rf $(VENV) $(BENCH) $(FUZZ) $(AUDIT) site dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An interpreter asked for by name replaces an environment made with another one.
ifneq ($(origin PYTHON),file)
ifneq ($(shell ($(PYTHON) -V) 2>/dev/null),$(shell ($(BIN)/python -V) 2>/dev/null))
.PHONY: $(MADE)
endif
endif

$(MADE):
	@command -v $(PYTHON) >/dev/null || \
		{ echo "$(PYTHON) was not found; name one with: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is \
	needed, $(PYTHON) is %d.%d; name one with: make PYTHON=python3.12" % sys.version_info[:2])'
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(RUNTIME): requirements.lock $(MADE)
	$(INSTALL) -r requirements.lock
	@touch $@

$(PROJECT): pyproject.toml $(RUNTIME)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(TESTING): requirements-test.lock $(PROJECT)
	$(INSTALL) -r requirements-test.lock
	@touch $@

$(FUZZING): requirements-fuzz.lock pyproject.toml $(MADE)
	$(BIN)/python -m venv --clear $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --require-hashes -r requirements-fuzz.lock
	$(FUZZ)/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(AUDITING): requirements-audit.lock $(MADE)
	$(BIN)/python -m venv --clear $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --require-hashes -r requirements-audit.lock
	@touch $@

$(BENCHING): requirements-bench.lock pyproject.toml $(MADE)
	$(BIN)/python -m venv --clear $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --require-hashes -r requirements-bench.lock
	$(BENCH)/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
