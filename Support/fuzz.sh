#!/usr/bin/env bash
# Gives the readers inputs that libFuzzer makes up, and stops at the first that breaks a promise.
#
#   Support/fuzz.sh [RUNS [READER...]]      RUNS inputs a reader, a million where nothing is said
#
# It begins with the inputs of the golden cases and grows them in Fuzzing/.build/corpus. What it finds is
# in Fuzzing/.build/findings; it becomes a test beside the reader's others.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-1000000}
shift || true
readers=("$@")
[ ${#readers[@]} -gt 0 ] ||
  readers=(text markdown html feed jsonl json geojson features incidents wkb wkt gazetteer index
    lexicon extract)

swift build --package-path Fuzzing -c release -Xswiftc -sanitize=fuzzer -Xswiftc -parse-as-library
program=Fuzzing/.build/release/FuzzReaders
mkdir -p Fuzzing/.build/findings

# The seeds of a reader: small files of its kind.
seeds() {
  case $1 in
    text | markdown | extract) find seeds Tests/Golden -name '*.txt' -o -name '*.md' ;;
    html) find Tests/Golden -name '*.htm*' ;;
    feed) find Tests/Golden -name '*.xml' -o -name '*.rss' ;;
    jsonl | json) find Tests/Golden -name '*.jsonl' ;;
    geojson | features) find Tests/Golden -name '*.geojson' ;;
    incidents) find Tests/Golden -name '*.geojson' -o -name '*.csv' ;;
    gazetteer) find Tests/Golden -name '*.csv' ;;
    index) find Fuzzing/.build/small.gazetteer ;;
    lexicon) find Data/lexicon -name 'und.lexicon' ;;
    wkb | wkt) ;;
  esac | while read -r file; do [ "$(wc -c <"$file")" -gt 60000 ] || echo "$file"; done
}

for reader in "${readers[@]}"; do
  if [ "$reader" = index ] && [ ! -e Fuzzing/.build/small.gazetteer ]; then
    head -n 40 Data/gazetteer.csv >Fuzzing/.build/small.csv
    .build/release/incidentmap gazetteer build Fuzzing/.build/small.csv --output Fuzzing/.build/small.gazetteer
  fi
  corpus=Fuzzing/.build/corpus/$reader
  mkdir -p "$corpus"
  for file in $(seeds "$reader"); do
    cp "$file" "$corpus/$(echo "$file" | tr '/' '_')"
  done
  longest=4096
  [ "$reader" != index ] || longest=60000
  echo "$reader: $runs inputs"
  # A crash would wait for the backtracer.
  SWIFT_BACKTRACE=enable=no FUZZ_READER=$reader "$program" "$corpus" -runs="$runs" -seed=1 \
    -max_len=$longest -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="Fuzzing/.build/findings/$reader-" 2>"Fuzzing/.build/findings/$reader.log" || {
    tail -n 20 "Fuzzing/.build/findings/$reader.log" >&2
    exit 1
  }
  grep 'number_of_executed_units' "Fuzzing/.build/findings/$reader.log"
done
