#!/bin/sh
# The main job: reads seeds/ into a store, and writes it as GeoJSON and as maps. Argument: the program.
set -eu

program=$1
store=output/incidents.gpkg

"$program" ingest seeds --store "$store"
"$program" export output/incidents.geojson --store "$store"
"$program" render output/map.svg --store "$store"
"$program" render output/map.html --store "$store"

incident=$("$program" near Leposaviq --nearest 1 --format csv --store "$store" |
  grep -o 'i-[0-9a-f]\{12\}' | head -n 1)

cat <<END

Found $("$program" export - --format jsonl --store "$store" | grep -c .) incidents. They are in
  output/incidents.gpkg      for QGIS, and for the questions below
  output/incidents.geojson   for other programs
  output/map.svg             the map, for print
  output/map.html            the map and its evidence, for a browser

Try next:
  $program near Leposaviq --within 20km --store $store
  $program show $incident --store $store
  $program resolve Лепосавић
END
