#!/bin/sh
# The main job: reads seeds/ into a store, and writes it as GeoJSON and as maps. Argument: the program.
set -eu

program=$1
store=output/incidents.gpkg

# --again: a store that an older build left is read anew with today's rules.
"$program" ingest seeds --again --store "$store" --quiet
"$program" export output/incidents.geojson --store "$store"
"$program" render output/map.svg --store "$store"
"$program" render output/map.html --store "$store"

echo "What the reports of seeds/ tell:"
"$program" info --store "$store"

nearest=$("$program" near Leposaviq --nearest 1 --format csv --store "$store")
incident=$(echo "$nearest" | grep -o 'i-[0-9a-f]\{12\}' | head -n 1)

cat <<END

It is in
  output/incidents.gpkg      the store, which QGIS opens as a map
  output/incidents.geojson   the incidents, for other programs
  output/map.svg             the map, for print
  output/map.html            the map with its evidence, for a browser

Try next:
  $program near Leposaviq --within 20km --store $store
  $program show $incident --store $store
  $program resolve Лепосавић
END
