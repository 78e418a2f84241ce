#!/usr/bin/env bash
# tidy.sh BUILD_FOLDER [FILE...]: clang-tidy over the sources (or these) in its compile_commands.json.
# A file is checked again only when its own text, any header of ours, the rules or the tool have changed.
# Many files are checked in one go, since most of the time goes into the headers that they share.
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
cache=.cache/tidy
mkdir -p "$cache"

# What every file's verdict depends on besides its own text.
common=$({ cat .clang-tidy; find src tests -name '*.h' -o -name '*.def' | LC_ALL=C sort | xargs cat
  clang-tidy --version; } | sha256sum | cut -c1-24)

# files of compile_commands.json that are ours, one a line
list=${*:2}
[ -n "$list" ] || list=$(python3 - "$build/compile_commands.json" "$PWD" <<'P'
import json, os, sys
root = sys.argv[2] + os.sep
seen = set()
for entry in json.load(open(sys.argv[1])):
    path = entry["file"]
    if path.startswith((root + "src", root + "tests")) and path not in seen:
        seen.add(path)
        print(path[len(root):])
P
)
todo=()
for file in $list; do
  key=$(printf '%s %s' "$common" "$(sha256sum <"$file")" | sha256sum | cut -c1-24)
  stamp=$cache/$key
  [ -e "$stamp" ] && continue
  todo+=("$file|$stamp")
done
echo "  clang-tidy: ${#todo[@]} of $(echo "$list" | wc -w) files to check"
[ ${#todo[@]} -gt 0 ] || exit 0

tidy() {
  clang-tidy --quiet -p "$1" --extra-arg=-Wno-unknown-warning-option "$2" 2>/dev/null
}
check_one() {
  local file=${1%%|*} stamp=${1##*|} out
  if out=$(tidy "$BUILD" "$file"); then
    touch "$stamp"
  else
    printf '%s\n' "$out"
    return 1
  fi
}
# check_unit FILE|STAMP...: all of them in one go; one by one where that finds fault, for the right places.
check_unit() {
  local unit=$1 failed=0 row
  shift
  if [ $# -gt 1 ] && tidy "$UNITS" "$UNITS/$unit" >/dev/null; then
    touch "${@##*|}"
    return 0
  fi
  for row in "$@"; do check_one "$row" || failed=1; done
  return $failed
}
export -f tidy check_one check_unit
export BUILD=$build UNITS=$PWD/$cache/units
rm -rf "$UNITS"

declare -A stamps
for row in "${todo[@]}"; do stamps[${row%%|*}]=${row##*|}; done
while read -r unit files; do
  line=$unit
  for file in $files; do line+=" $file|${stamps[$file]}"; done
  printf '%s\n' "$line"
done < <(python3 scripts/source_batches.py "$build" "$UNITS" "${todo[@]%%|*}") |
  xargs -P "$(getconf _NPROCESSORS_ONLN)" -d '\n' -I{} bash -c 'check_unit $1' _ {}
