#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run-in-xvfb.sh PROGRAM ARGUMENT…: runs a test of the window on a display, a bus and folders of its
# own, with a window manager that gives it the keyboard.
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

export HOME=$scratch
export XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data
export XDG_CACHE_HOME=$scratch/cache XDG_RUNTIME_DIR=$scratch/run
mkdir -m 700 "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
cat >"$scratch/openbox.xml" <<'XML'
<openbox_config xmlns="http://openbox.org/3.4/rc"/>
XML

# The manager's shell is the session's only child, so that nothing outlives the test.
# shellcheck disable=SC2016
xvfb-run -a -s '-screen 0 1400x900x24' dbus-run-session -- bash -c '
  openbox --config-file "$HOME/openbox.xml" >/dev/null 2>&1 &
  manager=$!
  # A window that comes before the manager never gets the keyboard.
  for _ in {1..100}; do
    [[ $(xdotool get_num_desktops 2>/dev/null) == [1-9]* ]] && break
    sleep 0.05
  done
  status=0
  "$@" || status=$?
  kill "$manager" 2>/dev/null || true
  exit "$status"' run-in-xvfb "$@"
