.POSIX:

PYTHON = python3
BIN = .venv/bin

# What a newcomer runs first: the recipes in builds/ become Word documents in builds/out/, and what the President
# changed in the first draft is shown, who wrote which word, which number became which, what the drafting rules
# find, whether the languages are in step. A diff that finds differences ends with 1, which is no failure here.
demo: .venv/ready
	$(BIN)/instrument build
	@echo
	@$(BIN)/instrument diff first-draft second-draft --stat || test $$? = 1
	@echo
	@$(BIN)/instrument diff clearance/1@first-draft clearance/1@second-draft || test $$? = 1
	@echo
	@$(BIN)/instrument blame clearance/2@final-draft
	@echo
	@for ending in html docx md; do \
	    $(BIN)/instrument diff first-draft second-draft -o builds/out/comparison.$$ending || test $$? = 1 || exit 1; \
	done
	$(BIN)/instrument merge first-draft --until 2026-02-20 -o builds/out/rolling.docx
	$(BIN)/instrument compendium first-draft -o builds/out/compendium.docx
	$(BIN)/instrument compendium first-draft --shape table -o builds/out/table.docx
	$(BIN)/instrument disposition second-draft -o builds/out/disposition.docx
	$(BIN)/instrument positions second-draft -o builds/out/positions.docx
	$(BIN)/instrument positions second-draft --shape groups -o builds/out/groups.docx
	$(BIN)/instrument concordance plenary-text final-text
	$(BIN)/instrument concordance final-text -o builds/out/concordance.docx
	@$(BIN)/instrument check second-draft
	$(BIN)/instrument check second-draft -o builds/out/findings.docx
	@$(BIN)/instrument scrubbed final-text scrubbed-text
	$(BIN)/instrument scrubbed final-text scrubbed-text -o builds/out/scrubbed.docx
	$(BIN)/instrument certify authentic-text --lang en --lang fr -o builds/out/certified.docx
	$(BIN)/instrument corrigendum authentic-text corrected-text -o builds/out/corrigendum.docx
	@$(BIN)/instrument concord final-draft
	$(BIN)/instrument concord final-draft --table en,fr -o builds/out/translation.docx
	$(BIN)/instrument blame final-draft -o builds/out/origins.html
	$(BIN)/instrument blame final-draft -o builds/out/origins.docx

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
