# make demo: read the bundled example reports and open the brief.   make test: everything that CI runs.
# Both need only Python 3.11 or newer, make and git; the environment is made in .venv.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
SYNCED := .venv/.synced
WORKERS ?= 2

.PHONY: demo test lint types contracts unit coverage browser followthemoney pictures lock clean
.DEFAULT_GOAL := demo

$(SYNCED): pyproject.toml uv.lock
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Kashf needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.12 demo"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "This Python makes no environments; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5'
	@$(BIN)/uv sync --quiet --frozen --inexact --compile-bytecode
	@$(BIN)/python -m compileall -q src
	@touch $@

demo: $(SYNCED)
	@$(BIN)/python -m kashf.cli.demo

test: lint types contracts unit

lint: $(SYNCED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(SYNCED)
	$(BIN)/mypy

contracts: $(SYNCED)
	$(BIN)/lint-imports

unit: $(SYNCED) browser followthemoney
	$(BIN)/pytest -q -n $(WORKERS)

# Which lines the tests reach. Takes three times as long as the tests alone, and so is no part of them.
coverage: $(SYNCED) browser
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q -n $(WORKERS)
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

# The tests of pages in a browser need Debian's Chromium. It is installed where that needs no one's leave; else they are skipped.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && echo "Installing Chromium for the tests of pages" \
	       && { timeout 300 apt-get install -qq -y --no-install-recommends chromium >/dev/null 2>&1 \
	            || { timeout 120 apt-get update -qq && timeout 300 apt-get install -qq -y --no-install-recommends chromium; } >/dev/null 2>&1; }; } \
	  || echo "No Chromium: the tests of pages in a browser are skipped"

# FollowTheMoney and nomenklatura, which exports are tested with. They need ICU, which is built for this Python once (some
# minutes); where that can not be done these tests are skipped.
FOLLOWTHEMONEY := timeout 300 $(BIN)/uv sync --quiet --frozen --inexact --group followthemoney
followthemoney: $(SYNCED)
	@$(BIN)/python -c 'import followthemoney, nomenklatura' 2>/dev/null \
	  || { echo "Installing FollowTheMoney for the tests of exports"; $(FOLLOWTHEMONEY) 2>/dev/null; } \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	       && { timeout 120 apt-get install -qq -y --no-install-recommends g++ pkg-config libicu-dev >/dev/null 2>&1 \
	            || { timeout 60 apt-get update -qq && timeout 90 apt-get install -qq -y --no-install-recommends g++ pkg-config libicu-dev; } >/dev/null 2>&1; } \
	       && $(FOLLOWTHEMONEY) 2>/dev/null; } \
	  || echo "No FollowTheMoney: the tests of exports with it are skipped"

# Every page of the workbench in both languages and lights, for docs/workbench.md; some two minutes.
pictures: $(SYNCED) browser
	$(BIN)/python scripts/workbench_pictures.py

lock: $(SYNCED)
	$(BIN)/uv lock

clean:
	rm -rf .venv .coverage* .mypy_cache .pytest_cache .ruff_cache demo
