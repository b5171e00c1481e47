# `make run` serves the explorer; `make test` passes everything. Both do all the set-up that they need.
PYTHON ?= python3
VENV   ?= .venv
CORPUS ?= data/corpus
STORE  ?= build/graph
PORT   ?= 8000
BIN    := $(VENV)/bin

.PHONY: run test install install-dev lock lint types contracts unit release soak clean

run: install                ## build the graph and serve it
	$(BIN)/borderkg build $(CORPUS) --store $(STORE) --release data/release || test $$? -eq 3 # some claims held back
	$(BIN)/borderkg serve --store $(STORE) --port $(PORT)

test: install-dev           ## everything that CI asks
	sh tools/install-test-parts.sh
	$(BIN)/ruff check src tests tools benchmarks
	$(BIN)/ruff format --check src tests tools benchmarks
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory --jobs 2 types unit

types:
	$(BIN)/mypy

unit:                       ## tests wait for servers and browsers a quarter of the time: types are checked meanwhile
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

soak: install-dev           ## what takes minutes each
	$(BIN)/python -m pytest -m soak

install: $(VENV)/.installed

install-dev: $(VENV)/.installed-dev

$(VENV)/bin/python:
	sh tools/make-venv.sh $(PYTHON) $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

lock:                       ## renew the locked, hashed dependencies (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache
