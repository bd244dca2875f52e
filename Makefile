# Two commands do everything: `make demo` and `make test`. The rest is for people who work on CorCom.
PYTHON ?= python3
PORT ?= 8000
SERVE ?= yes
# How many processes `make test` runs its tests in.
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Without compiled files every command compiles all that it loads, which takes longer than what it does.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check bench test-kills docs catalogues lock clean help
.DEFAULT_GOAL := help

help:
	@echo "make demo             build a demonstration site and serve it on 127.0.0.1:$(PORT)"
	@echo "make demo SERVE=no    the same, without serving"
	@echo "make test             install what the tests need and run all of them"
	@echo "make check            formatting, lint, types and layers only"
	@echo "make bench            measure the reader, the register, the outbox and the site"
	@echo "make test-kills       a hundred kills each of an ingest, of mail and letters that are sent, of letters that are made (slow)"
	@echo "make docs             write the pages of the manual that follow from the code"
	@echo "make catalogues       put new texts into the catalogues, and compile them (needs gettext)"
	@echo "make lock             renew requirements/*.txt"

# A stamp for each set of packages: nothing is installed twice, and a changed lock is noticed.
$(VENV)/base.stamp: requirements/base.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing CorCom into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements/base.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/base.stamp
	@echo "Installing what the tests need ..."
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

demo: $(VENV)/base.stamp
	@PORT=$(PORT) SERVE=$(SERVE) $(BIN)/corcom demo

test: $(VENV)/test.stamp
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --inline-snapshot=disable

check: $(VENV)/test.stamp
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/test.stamp
	@$(BIN)/python -m bench

test-kills: $(VENV)/test.stamp
	@KILLS=100 $(BIN)/python -m pytest tests/cli -m kills

docs: $(VENV)/base.stamp
	@$(BIN)/corcom docs

catalogues: $(VENV)/base.stamp
	@cd src/corcom && export DJANGO_SETTINGS_MODULE=corcom.site.settings && \
	../../$(BIN)/django-admin makemessages --locale ar --locale fr --no-location --no-wrap --no-obsolete --extension html,py && \
	sed -i.old '/^"POT-Creation-Date/d; /^"Report-Msgid-Bugs-To/d' locale/*/LC_MESSAGES/django.po && \
	rm locale/*/LC_MESSAGES/django.po.old && ../../$(BIN)/django-admin compilemessages

lock:
	@uv pip compile pyproject.toml requirements/build.in --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header -o requirements/base.txt
	@uv pip compile pyproject.toml requirements/build.in --extra test --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header -o requirements/test.txt

clean:
	@rm -rf $(VENV) var .demo build
