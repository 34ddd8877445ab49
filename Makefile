# make data   set up and build a release from seeds/        make test   set up and run the tests
# Both work on a machine that has Python 3.11 or newer and make; uv is used where it is on PATH.

PYTHON ?= python3
RELEASE_DATE ?= 2026-11-21
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: data test dev lock clean
.DEFAULT_GOAL := data

data: .venv/ready .env
	@$(BIN)/huunghi build --input seeds/articles --output outputs --release-date $(RELEASE_DATE)

test: .venv/ready .env
	@$(BIN)/python -m pytest $(ARGS)

dev: .venv/ready .env
	@$(BIN)/dagster dev

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	@echo "Setting up .venv, once (a minute or two) ..."
ifneq ($(UV),)
	@uv venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" .venv
	@uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements.lock
	@uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
else
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --upgrade pip
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
endif
	@touch $@

# An absolute DAGSTER_HOME, so that every command and the browser see the same runs.
.env: pipeline/orchestration/dagster.yaml
	@mkdir -p outputs/dagster
	@cp pipeline/orchestration/dagster.yaml outputs/dagster/dagster.yaml
	@printf 'DAGSTER_HOME="%s"\n' "$(CURDIR)/outputs/dagster" > $@

lock:
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra dev --generate-hashes \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv .env outputs build
