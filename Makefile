# incidentmap. `make` builds the program and draws the map of seeds/; `make test` checks everything.

PREFIX = /usr/local
BINARY = .build/release/incidentmap
SHARE = $(DESTDIR)$(PREFIX)/share

.PHONY: map setup build test lint format evaluate benchmark benchmark-quick fuzz install clean

map: build
	@Support/first-map.sh $(BINARY)

setup:
	@Support/setup.sh

build: setup
	@Support/build.sh

test: setup
	@Support/test.sh

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift Benchmarks/Sources \
	  Benchmarks/Package.swift Fuzzing/Sources Fuzzing/Package.swift

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift Benchmarks/Sources \
	  Benchmarks/Package.swift Fuzzing/Sources Fuzzing/Package.swift

# Measures the reading against hand-coded reports and published corpora, where they are, and writes
# Benchmarks/EVALUATION.md.
evaluate: build
	@python3 Benchmarks/evaluate.py $(BINARY)

# Measures the program against others and writes Benchmarks/RESULTS.md; a step back fails.
# PEERS is the Python that has the other programs' packages.
PEERS = python3
benchmark: setup
	Benchmarks/run.py --python $(PEERS)

# The same on tiny inputs: whether everything still runs and answers alike.
benchmark-quick: setup
	Benchmarks/run.py --quick --python $(PEERS)

# Gives every reader of strangers' files a million inputs that libFuzzer makes up; see Support/fuzz.sh.
RUNS = 1000000
fuzz: build
	@Support/fuzz.sh $(RUNS)

# After `make`: sudo make install, or make install PREFIX=$HOME/.local
install:
	@test -x $(BINARY) || { echo "There is no program to install yet: run make first." >&2; exit 1; }
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/bash-completion/completions" \
	  "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/incidentmap"
	rm -rf "$(SHARE)/incidentmap"
	cp -R Data "$(SHARE)/incidentmap"
	INCIDENTMAP_DATA="$(SHARE)/incidentmap" $(BINARY) gazetteer build
	$(BINARY) --generate-completion-script bash > "$(SHARE)/bash-completion/completions/incidentmap"
	$(BINARY) --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_incidentmap"
	$(BINARY) --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/incidentmap.fish"

# Removes what the main job wrote; the build stays.
clean:
	rm -f output/incidents.gpkg output/incidents.geojson output/map.svg output/map.html
