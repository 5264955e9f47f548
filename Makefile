# Two commands: `make build` makes the warehouse, `make test` runs every check.
# Both set up their own .venv from the hash-locked requirements first.

PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
export UV_LINK_MODE ?= copy
export UV_SYSTEM_CERTS ?= 1
export PYTHONHASHSEED ?= 0
unexport PYTHONPATH VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help build test lint format types sql-lint pytest faults bench lock docs clean orchestrator

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed; say which with: make PYTHON=/path/to/python3.11 ...' >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

.venv/.runtime: requirements/runtime.txt pyproject.toml | $(UV)
	$(UV) pip install --quiet --python $(BIN)/python --compile-bytecode --require-hashes -r requirements/runtime.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.runtime
	$(UV) pip install --quiet --python $(BIN)/python --compile-bytecode --require-hashes -r requirements/dev.txt
	@touch $@

build: .venv/.runtime ## Build and publish the warehouse from what ships with the project
	$(BIN)/dcw run

test: lint pytest ## Every check: formatting, lint, types, SQL lint, tests with coverage

lint: .venv/.dev ## Formatting, lint, types, SQL lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	DBT_LOG_PATH=data/lint $(BIN)/sqlfluff lint --processes 2 models

pytest: .venv/.dev
	$(BIN)/pytest -m "not slow" -n 2 --dist loadgroup --cov --cov-report=term -q

format: .venv/.dev ## Rewrite the sources to the house format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

faults: .venv/.dev ## The long tests: kills, mutated documents, full disks, readers under publishes
	$(BIN)/pytest -m slow -q

bench: .venv/.dev ## Speed and accuracy beside a public extractor, and how a night grows with the corpus, as ratios
	$(BIN)/python -m bench
	$(BIN)/python -m bench.night

orchestrator: .venv/.dev ## Add the optional Dagster integration to the environment
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/orchestrator.txt

docs: .venv/.runtime ## Data dictionary, cookbook answers and accuracy figures, made anew from the data
	$(BIN)/dcw docs
	$(BIN)/dbt --quiet docs generate --static
	@echo "dbt docs as one file: $${DCW_DATA:-data}/build/dbt/static_index.html"

lock: | $(UV) ## Resolve the locked requirements anew
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/runtime.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements/dev.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev --extra orchestrator pyproject.toml -o requirements/orchestrator.txt

clean: ## Remove the environment and everything built; data/durable.duckdb and the archive stay
	rm -rf .venv target logs data/build data/lint .mypy_cache .ruff_cache .pytest_cache .hypothesis
