# Rapporteur: every target installs what it needs and says what it does.
SWIFT ?= swift
RAPPORTEUR = .build/release/rapporteur
RAPPORTEUR_DATA ?= ../shared/data
PORT ?= 8080
EVENTS ?= 1000000

CLANG ?= clang
KERNELS = Sources/CRapporteurKernels
PARITY = -O2 -Wall -Wextra -I $(KERNELS)/include $(KERNELS)/*.c Tests/KernelParity/parity.c

DESK_PYTHON = Evaluation/work/desk/bin/python

PYSPARK = Distributed/work/venv/bin/python

.PHONY: demo build engine test-spark origins trust bench-ledger bench-desk desk desk-build desk-samples desk-check test test-neon lint evaluate peers interop robustness picture bench bench-build speed-floor format clean swift-present libraries-present

demo: build ## Build the reader and read the samples.
	@echo "==> Reading Samples/ (fiction, our own writing)"
	@for report in Samples/*.txt; do \
	  $(RAPPORTEUR) read --published $$(sed -n "s/^$$(basename $$report)\t//p" Samples/published.tsv) $$report || exit $$?; echo; \
	done
	@echo "==> Done. Try: $(RAPPORTEUR) read --why YOUR-REPORT.txt"

build: swift-present libraries-present
	@echo "==> Building the reader (release; a first build takes a few minutes)"
	@$(SWIFT) build -c release --product rapporteur

desk: desk-samples ## Fill a ledger from the samples and show it in a browser.
	@$(RAPPORTEUR) serve --samples Samples/pages --ledger .build/desk/samples.sqlite --port $(PORT)

desk-samples: desk-build
	@mkdir -p .build/desk && rm -f .build/desk/samples.sqlite*
	@$(RAPPORTEUR) ingest --ledger .build/desk/samples.sqlite Samples/pages
	@for report in airstrike protest aid-pledge ceasefire; do \
	  $(RAPPORTEUR) ingest --ledger .build/desk/samples.sqlite \
	    --published $$(sed -n "s/^$$report.txt\t//p" Samples/published.tsv) Samples/$$report.txt >/dev/null || exit $$?; done

desk-check: desk-samples ## Look at the desk with Chromium and axe, and ask its API with schemathesis.
	@command -v chromium >/dev/null || { echo "==> Installing chromium"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; }
	@test -x $(DESK_PYTHON) || { echo "==> Installing playwright, axe-core and schemathesis into Evaluation/work/desk"; \
	  python3 -m venv Evaluation/work/desk && $(DESK_PYTHON) -m pip install -q -r Evaluation/desk/requirements.txt; }
	@$(DESK_PYTHON) Evaluation/desk/pages.py --out .build/desk/looks
	@$(DESK_PYTHON) Evaluation/desk/api.py

desk-build: build
	@echo "==> Building the desk (the web server takes a few minutes the first time)"
	@$(SWIFT) build -c release --product rapporteur-desk

test: swift-present libraries-present ## Build and run the whole test suite.
	@echo "==> Building and running all tests (release: the model is slow in a debug build)"
	@$(SWIFT) build -c release --build-tests
	@$(SWIFT) test -c release --skip-build
	@python3 Gold/tools/validate.py
	@python3 -W error Evaluation/test_gold_score.py
	@python3 -W error Evaluation/test_reading_scores.py
	@python3 -W error Evaluation/test_meantime.py
	@python3 -W error Evaluation/test_score_sentences.py
	@python3 -W error Evaluation/test_score_answers.py
	@python3 Gold/answers/bank.py

test-neon: ## Run the kernels beside plain C, here and on an emulated 64-bit ARM (seconds).
	@command -v $(CLANG) >/dev/null || { echo "clang is needed; it comes with Swift: make test-neon CLANG=PATH"; exit 2; }
	@for package in gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user-static; do \
	  dpkg -s $$package >/dev/null 2>&1 || { echo "==> Installing $$package"; \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends $$package || exit $$?; }; done
	@mkdir -p .build/parity
	@$(CLANG) $(PARITY) -o .build/parity/native -lm
	@$(CLANG) --target=aarch64-linux-gnu -static -fuse-ld=lld $(PARITY) -o .build/parity/arm -lm
	@printf "%s: " "this processor"; .build/parity/native
	@printf "%s: " "ARM with dot products"; qemu-aarch64-static .build/parity/arm neon
	@printf "%s: " "ARM without"; qemu-aarch64-static -cpu cortex-a53 .build/parity/arm not neon

lint: swift-present ## Check the format of the Swift code.
	@$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Package.swift

format:
	@$(SWIFT) format --in-place --recursive Sources Tests Benchmarks Package.swift

evaluate: build ## Measure on the development sets and write Evaluation/scores.md.
	@python3 Evaluation/evaluate.py --data $(RAPPORTEUR_DATA) --binary $(RAPPORTEUR) --write

origins: build ## Score relays and origins on the families of Gold/relays.
	@for set in dev test; do echo "==> $$set"; python3 Evaluation/relays.py Gold/relays/$$set.jsonl --binary $(RAPPORTEUR) || exit $$?; \
	  python3 Evaluation/origins.py Gold/relays/$$set.jsonl --binary $(RAPPORTEUR) || exit $$?; done

trust: build ## Kill ingest 200 times, break ledgers in every way, and look at what is left (as root).
	@python3 Evaluation/trust.py --binary $(RAPPORTEUR)
	@python3 Evaluation/faults.py --binary $(RAPPORTEUR)

peers: build ## Install the peers (spaCy, textacy) and write Evaluation/peers/results.md.
	@test -x Evaluation/work/peers/bin/python || { echo "==> Installing the peers into Evaluation/work/peers"; \
	  python3 -m venv Evaluation/work/peers && Evaluation/work/peers/bin/pip install -q -r Evaluation/peers/requirements.txt; }
	@python3 Evaluation/peers/compare.py --data $(RAPPORTEUR_DATA) --binary $(RAPPORTEUR) --write

interop: build ## Read a ledger's views and exports with pandas, polars, DuckDB, R and rdflib.
	@command -v Rscript >/dev/null || { echo "==> Installing R"; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends r-base-core r-cran-rsqlite; }
	@test -x Evaluation/work/interop/bin/python || { echo "==> Installing the readers into Evaluation/work/interop"; \
	  python3 -m venv Evaluation/work/interop; }
	@Evaluation/work/interop/bin/pip install -q -r Evaluation/interop/requirements.txt
	@Evaluation/work/interop/bin/python Evaluation/interop/check_ledger.py --binary $(RAPPORTEUR)

robustness: build ## Measure what odd writing costs and write Evaluation/robustness.md.
	@python3 Evaluation/robustness.py --data $(RAPPORTEUR_DATA) --binary $(RAPPORTEUR) --write

picture: build ## Put the reader's real output into README.md.
	@python3 Evaluation/picture.py

bench: bench-build ## Time the reader beside its peers and write Benchmarks/results.md.
	@test -x Benchmarks/work/venv/bin/python || { echo "==> Installing the peers into Benchmarks/work/venv"; \
	  python3 -m venv Benchmarks/work/venv && Benchmarks/work/venv/bin/pip install -q -r Benchmarks/peers/requirements.txt; }
	@RAPPORTEUR_DATA=$(RAPPORTEUR_DATA) python3 Benchmarks/bench.py

bench-build: build
	@$(SWIFT) build -c release --product EncoderBenchmark
	@$(SWIFT) build -c release --product ReaderBenchmark

speed-floor: bench-build ## Hold the ratios of speed against regressions.
	@python3 Benchmarks/floor.py

bench-ledger: build ## Fill a ledger up to a million events, time the questions, write Benchmarks/ledger.md.
	@$(SWIFT) build -c release --product LedgerBenchmark
	@python3 Benchmarks/ledger.py --write

bench-desk: desk-build ## Fill a ledger with a million events, load the desk, write Benchmarks/desk.md (EVENTS=100000 for less).
	@$(SWIFT) build -c release --product LedgerBenchmark
	@python3 Benchmarks/desk.py --events $(EVENTS) --write

engine: build ## Pack the reader and its resources into one archive, for the workers of a cluster.
	@mkdir -p Distributed/work
	@tar -czhf Distributed/work/engine.tar.gz -C .build/release rapporteur \
	  $$(cd .build/release && ls -d rapporteur_Rapporteur*.resources | grep -v Tests)
	@echo "==> Distributed/work/engine.tar.gz"

test-spark: engine ## Read on a local Spark cluster of two workers and compare with one machine (needs Java 17).
	@command -v java >/dev/null || { echo "==> Installing Java 17"; apt-get update -qq && apt-get install -y -qq openjdk-17-jre-headless; }
	@test -x $(PYSPARK) || { echo "==> Installing PySpark into Distributed/work/venv"; \
	  python3 -m venv Distributed/work/venv && $(PYSPARK) -m pip install -q -r Distributed/requirements.txt; }
	@$(PYSPARK) Distributed/test_spark.py --engine Distributed/work/engine.tar.gz --binary $(RAPPORTEUR)

swift-present:
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.1 or later is needed: https://www.swift.org/install/linux/"; exit 2; }
	@command -v python3 >/dev/null || { echo "==> Installing python3 (tests and evaluation only)"; apt-get update -qq && apt-get install -y -qq python3; }

libraries-present: # libxml2 reads HTML, zlib gzip, SQLite keeps the ledger; pkg-config tells where they are
	@for package in pkg-config libxml2-dev zlib1g-dev libsqlite3-dev; do \
	  dpkg -s $$package >/dev/null 2>&1 || { command -v dpkg >/dev/null || break; \
	    echo "==> Installing $$package"; apt-get update -qq && apt-get install -y -qq $$package || exit $$?; }; done

clean:
	@rm -rf .build
