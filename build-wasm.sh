#!/usr/bin/env bash
# Builds the lab for the browser into dist/, installing what is missing.
#
#   ./build-wasm.sh [--serve] [--port N] [--debug] [--with-bare] [--package] [--site ADDRESS]
#
#   --serve      afterwards serve dist/ on this machine and print the address
#   --port N     the port for --serve (default 8080)
#   --debug      unoptimised, with assertions and source maps
#   --package    also make every other form: packages/, with checksums (docs/packages.md)
#   --site URL   where dist/ will lie, for oEmbed and social cards: they want whole addresses
#   --with-bare  also build the bare window that the start is measured against (.cache/dist-bare)
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=scripts/common.sh
. scripts/common.sh

serve=0 port=8080 type=Release bare=0 package=0 site=''
while [ $# -gt 0 ]; do
  case $1 in
    --serve) serve=1 ;;
    --port) port=${2:?--port needs a number}; shift ;;
    --debug) type=Debug ;;
    --with-bare) bare=1 ;;
    --package) package=1 ;;
    --site) site=${2:?--site needs an address}; shift ;;
    -h | --help) sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) die "unknown option '$1'; see ./build-wasm.sh --help" ;;
  esac
  shift
done
started=$(date +%s)

step "1/5 Tools"
missing=()
have emcc || missing+=(emscripten)
have cmake || missing+=(cmake)
have ninja || missing+=(ninja-build)
have node || missing+=(nodejs)
have npm || missing+=(npm)
have python3 || missing+=(python3)
header=0
for folder in /usr/include /usr/local/include /opt/homebrew/include; do
  [ -e "$folder/nlohmann/json.hpp" ] && header=1
done
[ $header = 1 ] || ! have apt-get || missing+=(nlohmann-json3-dev)
have apt-get && [ ! -e /usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf ] && missing+=(fonts-droid-fallback)
need_packages ${missing[@]+"${missing[@]}"}
emcc_version=$(emcc --version | sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p')
oldest=3.1.6
if [ "$(printf '%s\n%s\n' "$oldest" "$emcc_version" | sort -V | head -1)" != "$oldest" ]; then
  die "emcc $emcc_version is too old: Abscope needs $oldest (Debian 12) or newer."
fi
say "emcc $emcc_version ($(command -v emcc)), $(cmake --version | head -1), node $(node --version)"

step "2/5 Packages and sources"
need_npm_packages
fetch=OFF
bash scripts/fetch-sources.sh
if ! ls -d .cache/sources/imgui-1.90.1* >/dev/null 2>&1; then
  have git || die "git is needed to clone Dear ImGui"
  fetch=ON
fi
node scripts/subset-fonts.mjs
say "fonts: $(ls .cache/fonts | tr '\n' ' ')"

step "3/5 Configure ($type)"
build=.cache/build/wasm-$(echo "$type" | tr '[:upper:]' '[:lower:]')-$emcc_version
log=$(mktemp)
emcmake cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE="$type" -DABSCOPE_FETCH_SOURCES=$fetch \
  >"$log" 2>&1 || { cat "$log" >&2; die "CMake could not configure the build."; }
rm -f "$log"
say "$build"

step "4/5 Compile and link"
targets=(abscope_lab)
[ $bare = 0 ] || targets+=(abscope_bare)
NINJA_STATUS='  [%f/%t, %es] ' ninja -C "$build" "${targets[@]}"

step "5/5 dist/"
ABSCOPE_SITE=$site node scripts/make-dist.mjs "$build" dist
if [ $package = 1 ]; then
  step "packages/"
  bash scripts/fetch-schemas.sh
  node scripts/make-packages.mjs dist packages
fi
[ $bare = 0 ] || node scripts/make-dist.mjs "$build" .cache/dist-bare abscope_bare >/dev/null
say "done in $(($(date +%s) - started)) s: dist/ can be copied to any web server"

[ $serve = 0 ] || exec node scripts/serve.mjs dist "$port"
