# Every target that needs the environment makes it first; nothing is done by hand.
.DEFAULT_GOAL := help
PORT ?= 8000
export PORT
# How many times test-crash kills, and how many examples test-fuzz tries.
CRASHES ?= 100
EXAMPLES ?= 1000
# How many cases test-api asks of each operation.
EXAMPLES_EACH ?= 100
# How many groups bench looks pages up among.
GROUPS ?= 10000

# The version of Designsystemet's CSS that is vendored.
DESIGNSYSTEMET ?= 1.22.0

BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup run sample test check fix bench bench-search quality docs messages lock gazetteer screenshots audit design basemap test-crash test-fuzz test-api test-journeys

help: ## List what make can do here.
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## Make the environment in .venv from requirements.lock.

$(READY): requirements.lock pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh

run: setup ## Prepare the database, load the sample if it is empty, index it and serve it.
	@$(BIN)/knutepunkt run --port $(PORT)

sample: setup ## Load the fictitious sample into the database.
	@$(BIN)/knutepunkt sample

test: setup ## Run the tests on SQLite, and on PostgreSQL when one is reachable.
	@sh scripts/test.sh

check: setup ## Run every check of the house rules.
	@PRE_COMMIT_HOME=.venv/pre-commit $(BIN)/pre-commit run --all-files

fix: setup ## Let the tools mend what they can.
	-@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .
	-@$(BIN)/djlint --reformat --quiet src

test-crash: setup ## Kill collecting at random moments, many times.
	@KNUTEPUNKT_CRASHES=$(CRASHES) $(BIN)/pytest tests/crash

test-fuzz: setup ## Run the property tests with many more examples.
	@HYPOTHESIS_PROFILE=long HYPOTHESIS_EXAMPLES=$(EXAMPLES) $(BIN)/pytest -n 2 -m hypothesis \
	  --ignore tests/distribute/described/test_asked_everything.py

test-api: setup ## Ask every operation of the API what its description allows, and what not.
	@API_EXAMPLES=$(EXAMPLES_EACH) sh scripts/test.sh tests/distribute/described/test_asked_everything.py

bench: setup ## Print what collecting, field analysis and pages cost, as ratios measured in one run.
	@$(BIN)/python bench/collect.py
	@$(BIN)/python bench/distribute.py
	@$(BIN)/python bench/actionfields.py
	@$(BIN)/python bench/site.py --groups $(GROUPS)
	@$(BIN)/python bench/pages.py --groups $(GROUPS)

bench-search: setup ## Print what finding groups costs and how many it finds, beside others (20 minutes).
	@$(BIN)/python bench/search.py
	@$(BIN)/python bench/api.py --groups 100000
	@$(BIN)/python bench/search_quality.py

quality: setup ## Print how many relevant groups searches find, by kind of question.
	@$(BIN)/python bench/search_quality.py
	@$(BIN)/python bench/unclassified.py

docs: setup ## Write the parts of the reference that come from the code.
	@$(BIN)/python -m scripts.write_reference

messages: setup ## Collect texts for translation and compile the translations.
	@sh scripts/messages.sh

lock: ## Resolve the dependencies again (needs uv).
	uv pip compile pyproject.toml --extra print --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header -o requirements.lock

screenshots: setup ## Photograph every page at both widths, into build/screenshots.
	@$(BIN)/python -m scripts.screenshots

test-journeys: setup ## Walk through the site in every way people come to it (minutes).
	@KNUTEPUNKT_JOURNEYS=all $(BIN)/pytest -n 2 tests/journeys

audit: setup ## Let Lighthouse, pa11y and Mozilla's grader judge the pages (needs npm and chromium).
	@$(BIN)/python -m scripts.audit $(ONLY)

design: setup ## Vendor Designsystemet's CSS again (needs npm).
	@mkdir -p build/design
	@cd build/design && npm pack --silent @digdir/designsystemet-css@$(DESIGNSYSTEMET)
	@$(BIN)/python scripts/build_design.py build/design/*-$(DESIGNSYSTEMET).tgz

basemap: setup ## Draw the coasts behind the map again (needs npm).
	@mkdir -p build/design
	@cd build/design && npm pack --silent world-atlas@2.0.2 @geo-maps/earth-lands-100m@0.6.0
	@cd build/design && DJANGO_SETTINGS_MODULE=knutepunkt.settings ../../$(BIN)/python ../../scripts/build_basemap.py world-atlas-2.0.2.tgz geo-maps-earth-lands-100m-0.6.0.tgz

gazetteer: setup ## Build the place names again from the open packages.
	@$(BIN)/python scripts/build_gazetteer.py
