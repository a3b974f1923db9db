.POSIX:

PYTHON = python3
BIN = .venv/bin

# What a newcomer runs first: the recipes in builds/ become Word documents in builds/out/.
demo: .venv/ready
	$(BIN)/instrument build

test: .venv/ready
	$(BIN)/python -m pytest -q -n 2

check: lint test

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/ready
	$(BIN)/python -m pytest -q -s -m bench

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch .venv/ready

clean:
	rm -rf .venv builds/out dist

.PHONY: demo test check lint bench clean
