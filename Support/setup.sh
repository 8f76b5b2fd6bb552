#!/bin/sh
# Makes sure that Swift and the libraries under incidentmap are there; installs the latter where it may.
set -eu

packages="libproj-dev proj-data libgeos-dev libsqlite3-dev pkg-config"

stop() {
  echo "$*" >&2
  exit 1
}

command -v swift >/dev/null ||
  stop "Swift 6.2 or newer is missing: get it from https://www.swift.org/install and run make again."

if command -v pkg-config >/dev/null && pkg-config --exists proj geos sqlite3; then
  exit 0
fi

command -v apt-get >/dev/null ||
  stop "Install PROJ, GEOS and SQLite with their headers, and pkg-config, then run make again" \
    "(Fedora: proj-devel geos-devel sqlite-devel pkgconf; Homebrew: proj geos sqlite pkgconf)."

if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
  as_root=sudo
else
  stop "Run this as root, then make again: apt-get install $packages"
fi

echo "Installing $packages"
DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
# The list of packages is split into words on purpose.
# shellcheck disable=SC2086
{
  $as_root apt-get update -qq &&
    $as_root apt-get install -y -qq --no-install-recommends $packages </dev/null
} || stop "These could not be installed; do it by hand, then run make again: $packages"
