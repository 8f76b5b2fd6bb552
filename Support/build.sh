#!/usr/bin/env bash
# Builds the program as it is delivered: with Swift's own libraries in it, so that it starts in half the
# time and runs where Swift is not installed. PROJ and GEOS are opened when something needs them.
set -euo pipefail
cd "$(dirname "$0")/.."

# The one line left out is the linker's about a function in Swift's Foundation that nothing here calls.
swift build -c release --product incidentmap --static-swift-stdlib 2>&1 |
  { grep -v 'the use of .mktemp. is dangerous' || true; }
