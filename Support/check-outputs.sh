#!/usr/bin/env bash
# Does the main job over what is there and from nothing, which must give the same files to the byte, and
# holds them to other programs' eyes: GDAL, libxml2, librsvg.
set -euo pipefail
cd "$(dirname "$0")/.."

program=.build/release/incidentmap
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  echo "$*" >&2
  exit 1
}

Support/first-map.sh "$program" >/dev/null
sha256sum output/incidents.geojson output/map.svg output/map.html >"$scratch/sums"
make clean
Support/first-map.sh "$program" >"$scratch/said.txt"
sha256sum --check --quiet "$scratch/sums" || fail "A second run of the main job gives other bytes."

# GDAL's validator is in the system's Python, whichever other Python comes first in the path.
/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg --extra output/incidents.gpkg
ogrinfo -ro -al output/incidents.gpkg >"$scratch/gpkg.txt" 2>&1
! grep -E 'Non-conformant|Invalid content|^(ERROR|Warning)' "$scratch/gpkg.txt" ||
  fail "GDAL finds fault with output/incidents.gpkg."

ogrinfo -ro -al -so output/incidents.geojson >"$scratch/geojson.txt" 2>&1
for field in 'incident_id: String' 'date_start: Date' 'occurred_at: DateTime' \
  'where_precision: Integer' 'latitude: Real'; do
  grep -q "^$field " "$scratch/geojson.txt" ||
    fail "GDAL does not read a field $field from output/incidents.geojson."
done

xmllint --noout output/map.svg
rsvg-convert --width 1600 --output "$scratch/map.png" output/map.svg
[ -s "$scratch/map.png" ] || fail "librsvg draws nothing from output/map.svg."
grep -q '<svg' output/map.html || fail "output/map.html holds no map."

# The commands that it tells the reader to try.
count=0
while read -r command; do
  bash -c "$command" </dev/null >"$scratch/answer.txt" || fail "This was to be tried, and fails: $command"
  [ -s "$scratch/answer.txt" ] || fail "This was to be tried, and says nothing: $command"
  count=$((count + 1))
done < <(sed -n '/^Try next/,$s/^  //p' "$scratch/said.txt")
[ "$count" -eq 3 ] || fail "The main job names $count commands to try, not 3."

echo "The outputs are sound, and the same twice."
