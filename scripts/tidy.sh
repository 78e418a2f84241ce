#!/usr/bin/env bash
# tidy.sh BUILD_FOLDER: clang-tidy over the sources in its compile_commands.json. A file is checked
# again only when its own text, any header of ours, the rules or the tool have changed.
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
cache=.cache/tidy
mkdir -p "$cache"

# What every file's verdict depends on besides its own text.
common=$({ cat .clang-tidy; find src tests -name '*.h' -o -name '*.def' | LC_ALL=C sort | xargs cat
  clang-tidy --version; } | sha256sum | cut -c1-24)

# files of compile_commands.json that are ours, one a line
list=$(python3 - "$build/compile_commands.json" "$PWD" <<'P'
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
echo "  clang-tidy: ${#todo[@]} of $(echo "$list" | wc -l) files to check"
[ ${#todo[@]} -gt 0 ] || exit 0

check_one() {
  local file=${1%%|*} stamp=${1##*|} out
  if out=$(clang-tidy --quiet -p "$BUILD" --extra-arg=-Wno-unknown-warning-option "$file" 2>/dev/null); then
    touch "$stamp"
  else
    printf '%s\n' "$out"
    return 1
  fi
}
export -f check_one
export BUILD=$build
printf '%s\n' "${todo[@]}" | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I{} bash -c 'check_one "$1"' _ {}
