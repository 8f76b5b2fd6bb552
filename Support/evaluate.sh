#!/bin/sh
# Scores the reading of seeds/ against the same reports coded by hand. Argument: the program.
set -eu

program=$1
gold=${GOLD:-../shared/gold}

if [ ! -f "$gold/score.py" ]; then
  echo "The hand-coded reports are not there ($gold/score.py), so there is nothing to score against."
  exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" extract seeds/*.txt > "$folder/run.jsonl"
"$program" extract seeds/*.txt --format geojson > "$folder/merged.geojson"
/usr/bin/python3 "$gold/score.py" --extract "$folder/run.jsonl" --incidents "$folder/merged.geojson"
