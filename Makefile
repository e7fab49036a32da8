# make demo: read the bundled example reports and open the brief.   make test: everything that CI runs.
# Both need only Python 3.11 or newer, make and git; the environment is made in .venv.
PYTHON ?= python3
BIN := .venv/bin
SYNCED := .venv/.synced

.PHONY: demo test lint types contracts unit docs lock clean
.DEFAULT_GOAL := demo

$(SYNCED): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Kashf needs Python 3.11 or newer; name one with: make PYTHON=python3.12 demo"; exit 1; }
	@test -x $(BIN)/uv || { $(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5'; }
	$(BIN)/uv sync --quiet --frozen --inexact
	@touch $@

demo: $(SYNCED)
	$(BIN)/python -m kashf.cli.demo

test: lint types contracts unit

lint: $(SYNCED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(SYNCED)
	$(BIN)/mypy

contracts: $(SYNCED)
	$(BIN)/lint-imports

unit: $(SYNCED)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

lock: $(SYNCED)
	$(BIN)/uv lock

clean:
	rm -rf .venv .coverage* .mypy_cache .pytest_cache .ruff_cache demo
