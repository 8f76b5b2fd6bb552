#!/bin/sh
# Prints Documentation/command-line.md from what the program says about itself. Argument: the program.
#
#   Support/command-line-reference.sh .build/release/incidentmap > Documentation/command-line.md
set -eu

program=$1
COLUMNS=100
export COLUMNS

cat <<'END'
# The command line

This page is generated from `incidentmap --help` by `Support/command-line-reference.sh`; a test holds it to the program.

Results go to the standard output, everything else to the standard error. The same input gives the same bytes, on every
run and machine.

- A **place** is a name in any spelling or script (`Leposaviq`, `Лепосавић`, `"Mitrovica, Kosovo"`), an id of the
  gazetteer (`xk:leposavic`), or a position, latitude first (`43.1039,20.8028`). Where a name is both a town and its
  municipality, `near` takes the town and `inside` the municipality.
- A **distance** has a unit: `20km`, `500m`, `3mi`, `2nmi`.
- A **date** is `2023-05-29`, `2023-05` or `2023`.
- The **store** is a GeoPackage: `--store`, else `$INCIDENTMAP_STORE`, else `incidents.gpkg` in the current folder. `ingest`,
  `import` and `add` make one.
- A **file of polygons or lines** is GeoJSON, a GeoPackage in EPSG:4326, or well-known text (`.wkt`). Lines and edges are
  straight in degrees; a polygon with an edge over more than 180° of longitude is taken to cross the antimeridian.
- Your own **gazetteers**, CSV files or indexes, are searched before the shipped ones, imported ones after: `--gazetteer`, else
  `$INCIDENTMAP_GAZETTEER`, where colons separate the files. Before them come your corrections (`gazetteer add`, `pin`,
  `ban`), in `$XDG_DATA_HOME/incidentmap/gazetteer.csv`, else in `~/.local/share/incidentmap/gazetteer.csv`.
- The shipped **data** are in `$INCIDENTMAP_DATA`, else in `share/incidentmap` beside the installed `bin`, else in `Data`
  of the checkout that built the program.

| exit status | meaning |
|---|---|
| 0 | done |
| 1 | a name given to `resolve` was not found |
| 64 | wrong usage |
| 65 | bad data: a broken row, a place that is unknown or ambiguous, a store made by something else |
| 66 | an input, the store or the data folder is missing |
| 70 | a fault of the program's own |
| 73 | the output cannot be made |
| 74 | reading or writing failed, as on a full disk |
| 75 | the store is locked by another program that writes |

With many inputs one bad input never stops the others: they are done, the bad one is named, and the status is 65.

## incidentmap

END

# The help of a command, or of the program.
help() {
  echo '```text'
  "$program" "$@" --help | sed -e 's/[[:space:]]*$//' -e '$ { /^$/d; }'
  echo '```'
}

# The names of the subcommands of a command, or of the program.
subcommands() {
  "$program" "$@" --help | sed -n '/^SUBCOMMANDS:/,$ s/^  \([a-z][a-z]*\)  .*/\1/p'
}

help
for command in $(subcommands); do
  printf '\n## %s\n\n' "$command"
  help "$command"
  for part in $(subcommands "$command"); do
    printf '\n## %s %s\n\n' "$command" "$part"
    help "$command" "$part"
  done
done
