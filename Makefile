# Every target sets up what it needs in a virtual environment of its own, once; the second time it is quick.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TRAINING := .venv-training
BUILD := .build
DEMO := $(BUILD)/demo.db
PIP := -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint train bench clean

demo: $(VENV)/.ready
	@mkdir -p $(BUILD) && rm -f $(DEMO)*
	@$(BIN)/akkoord read examples/reports --record $(DEMO)
	@$(BIN)/akkoord brief --record $(DEMO)

test: $(VENV)/.ready-test
	$(BIN)/python -m pytest

lint: $(VENV)/.ready-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src benchmarks

# Every script in benchmarks/, one after the other; one that lacks its data says so and the next one runs.
bench: $(VENV)/.ready-test
	@failed=0; for script in benchmarks/[a-z]*.py; do \
	  echo "== $$script"; $(BIN)/python $$script || failed=1; \
	done; exit $$failed

train: $(TRAINING)/.ready
	$(TRAINING)/bin/python -m training

clean:
	rm -rf $(VENV) $(TRAINING) $(DEMO)*

$(VENV)/.ready: pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once) ..."
	@$(BIN)/python $(PIP) --editable .
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	@$(BIN)/python $(PIP) --editable '.[test]'
	@touch $@

$(VENV)/.ready-lint: $(VENV)/.ready-test
	@$(BIN)/python $(PIP) --editable '.[test,lint]'
	@touch $@

$(TRAINING)/.ready: training/requirements.txt pyproject.toml | $(TRAINING)/bin/python
	@echo "Setting up $(TRAINING) (once) ..."
	@$(TRAINING)/bin/python $(PIP) --requirement training/requirements.txt --editable .
	@touch $@

$(VENV)/bin/python $(TRAINING)/bin/python:
	@$(PYTHON) -c '' 2>/dev/null || { echo "No $(PYTHON) here: install Python 3.11 or newer, or name yours: make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "akkoord needs Python 3.11 or newer, $(PYTHON) is $$($(PYTHON) -V 2>&1 | cut -d' ' -f2); name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) lacks its venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(@D:/bin=)
