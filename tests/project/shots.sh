#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shots.sh SIZE FOLDER: takes a picture of every page in every look on the display at hand, which is
# of that size. `./dev shots` starts the display and puts the installed application on the paths.
set -euo pipefail

size=$1
folder=$2
app=$(dirname "${BASH_SOURCE[0]}")/../../build/install/bin/nephoscope
scratch=$(mktemp -d)
window_manager=
trap 'kill $window_manager 2>/dev/null || true; rm -rf "$scratch"' EXIT

declare -A locales=([en]=C.UTF-8 [zh_CN]=zh_CN.UTF-8)
pages=(overview market revenue compute scenarios uncertainty data)
if [[ $size == 2560x1440 ]]; then
  pages=(overview)
fi

# The window fills the screen, as it would at the next start of one that was left so.
prepare_settings ()
{
  mkdir -p "$XDG_CONFIG_HOME/glib-2.0/settings"
  cat >"$XDG_CONFIG_HOME/glib-2.0/settings/keyfile" <<'EOF'
[io/github/nephoscope/Nephoscope]
window-maximized=true
EOF
}

# Two pictures in a row that are the same, after the window is there: it has finished drawing.
settled_picture ()
{
  local file=$1 last='' now=''

  for _ in {1..60}; do
    sleep 0.3
    import -window root "$scratch/now.png"
    now=$(convert "$scratch/now.png" -format '%#' info:)
    if [[ $now == "$last" ]]; then
      mv "$scratch/now.png" "$file"
      return
    fi
    last=$now
  done
  printf 'shots: %s never came to rest\n' "$file" >&2
  return 1
}

shoot ()
{
  local page=$1 look=$2 language=$3
  local file=$folder/$page-$look-$language-$size.png
  local application

  prepare_settings
  ADW_DEBUG_COLOR_SCHEME=prefer-$look LANGUAGE=$language LC_ALL=${locales[$language]} "$app" --page="$page" 2>"$scratch/errors" &
  application=$!
  if timeout 30 xdotool search --sync --onlyvisible --class nephoscope >"$scratch/window"; then
    # Away from the charts, so that none shows what is under the pointer.
    xdotool mousemove 0 0
    settled_picture "$file"
    printf '%s\n' "$file"
  else
    printf 'shots: no window for %s\n' "$page" >&2
    cat "$scratch/errors" >&2
  fi
  kill "$application"
  wait "$application" || true
}

# A home of its own: neither the user's settings nor open documents are touched.
export HOME=$scratch XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data XDG_CACHE_HOME=$scratch/cache
export GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=keyfile ADW_DISABLE_PORTAL=1 GTK_A11Y=none

# Without one nothing maximizes a window.
openbox 2>/dev/null &
window_manager=$!
for page in "${pages[@]}"; do
  for look in light dark; do
    for language in en zh_CN; do
      shoot "$page" "$look" "$language"
    done
  done
done
