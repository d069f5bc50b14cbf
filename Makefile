# make report   install, validate, build, recompute all claims, write build/report/
# make test     install what the tests need and run them, ruff and mypy
PYTHON ?= python3
BIN := .venv/bin
# Uncompiled packages import two to three times slower.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: report test clean

report: .venv/report.stamp
	@$(BIN)/sovstats build
	@$(BIN)/sovstats report --out build/report

test: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy
	$(BIN)/python -m pytest
	$(BIN)/python -m pytest --nbmake notebooks

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "sovstats needs Python 3.11 or later: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "creating .venv"
	@$(PYTHON) -m venv .venv

.venv/report.stamp: .venv/pyvenv.cfg pyproject.toml
	@echo "installing sovstats and what it needs into .venv (a minute or two)"
	@$(BIN)/python -m pip install -qq --editable .
	@touch $@

.venv/test.stamp: .venv/pyvenv.cfg pyproject.toml
	@echo "installing sovstats and what its tests need into .venv (a minute or two)"
	@$(BIN)/python -m pip install -qq --editable ".[test]"
	@touch $@ .venv/report.stamp

clean:
	rm -rf .venv build
