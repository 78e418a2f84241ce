#!/usr/bin/env bash
# Runs every test, installing what is missing:   tests/run-all.sh [--full] [STEP...]
# Steps: format house native ui tidy wasm node pages browser engines     (default: all, in this order)
# --full: also the long tests, those that ask for ABSCOPE_FULL=1 (every package, more engines, more hosts)
# Ends with a summary, and exits with 1 when a step failed.
set -uo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

all_steps="format house native ui tidy wasm node pages browser engines"
export ABSCOPE_FULL=${ABSCOPE_FULL:-}
steps=""
for argument in "$@"; do
  case $argument in
    --full) ABSCOPE_FULL=1 ;;
    *) steps+="$argument " ;;
  esac
done
steps=${steps:-$all_steps}
for name in $steps; do
  case " $all_steps " in *" $name "*) ;; *) die "unknown step '$name'; there are: $all_steps" ;; esac
done

native=.cache/build/native-asan
jobs=$(getconf _NPROCESSORS_ONLN)
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1

install_tools() {
  local missing=() probe package
  while read -r probe package; do
    case $probe in
      /*) [ -e "$probe" ] || missing+=("$package") ;;
      *) have "$probe" || missing+=("$package") ;;
    esac
  done <<'LIST'
g++ g++
cmake cmake
ninja ninja-build
node nodejs
npm npm
python3 python3
emcc emscripten
clang-format clang-format
clang-tidy clang-tidy
/usr/include/nlohmann/json.hpp nlohmann-json3-dev
/usr/include/doctest/doctest.h doctest-dev
/usr/include/cvode/cvode.h libsundials-dev
/usr/include/boost/numeric/odeint.hpp libboost-dev
/usr/lib/python3/dist-packages/libsbml/libsbml.py python3-sbml5
/usr/bin/chromium chromium
/usr/bin/firefox-esr firefox-esr
/usr/bin/WebKitWebDriver webkit2gtk-driver
/usr/bin/Xvfb xvfb
LIST
  need_packages ${missing[@]+"${missing[@]}"}
  need_npm_packages
  bash scripts/fetch-sources.sh
}

configure_native() {
  node scripts/subset-fonts.mjs &&
    cmake -S . -B "$native" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DABSCOPE_SANITIZE=ON >"$native.log" 2>&1 ||
    { cat "$native.log"; return 1; }
}

run_format() {
  git ls-files 'src/*.h' 'src/*.cpp' 'tests/*.h' 'tests/*.cpp' | xargs clang-format --dry-run --Werror
}

# node_tests FILE...: as many at a time as there are cores, where this node can be told so.
node_tests() {
  local options=(--test --test-reporter=spec)
  node --help | grep -q -- --test-concurrency && options+=("--test-concurrency=$jobs")
  node "${options[@]}" "$@"
}

run_house() { node_tests tests/house/*.test.mjs; }

# doctest_cases PROGRAM...: its test cases, a few at a time in as many processes as there are cores. Prints
# what failed, and the sums; a case that no process ran is a failure too.
doctest_cases() {
  local total folder verdict=0
  total=$("$@" --no-colors=true --count | sed -nE 's/.*current filters: ([0-9]+).*/\1/p')
  [ "${total:-0}" -gt 0 ] || { echo "  no test cases in $1"; return 1; }
  folder=$(mktemp -d)
  export size=$(((total + 12 * jobs - 1) / (12 * jobs))) folder
  seq 1 "$size" "$total" | xargs -P "$jobs" -I{} bash -c '
    "${@:2}" --no-colors=true --duration=true --first="$1" --last=$(($1 + size - 1)) >"$folder/$1" 2>&1 && exit
    cat "$folder/$1"
    exit 1' _ {} "$@" || verdict=1
  python3 scripts/doctest_sums.py "$total" "$folder"/* || verdict=1
  rm -rf "$folder"
  return $verdict
}

run_native() {
  configure_native && ninja -C "$native" -j"$jobs" abscope_tests abscope && doctest_cases "$native/abscope_tests"
}

run_ui() {
  configure_native && ninja -C "$native" -j"$jobs" abscope_ui_tests && doctest_cases "$native/abscope_ui_tests"
}

run_tidy() { configure_native && bash scripts/tidy.sh "$native"; }

run_wasm() { ./build-wasm.sh --with-bare; }

wasm_build() { ls -d .cache/build/wasm-release-* | head -1; }

# The same tests on the other target. Node before 18 has no fetch to trip over; the flag is gone in 24.
run_node() {
  local build flags=()
  build=$(wasm_build)
  ninja -C "$build" -j"$jobs" abscope_tests abscope || return 1
  node --no-experimental-fetch -e 0 2>/dev/null && flags+=(--no-experimental-fetch)
  doctest_cases node ${flags[@]+"${flags[@]}"} "$build/abscope_tests.js"
}

# dump_both NATIVE WASM: side by side, for each keeps one core busy.
dump_both() {
  local other verdict=0
  "$native/abscope_dump" "$1" &
  other=$!
  node "$(wasm_build)/abscope_dump.js" "$2" || verdict=1
  wait $other && [ $verdict = 0 ]
}

# Every state of every arm of every study, native against wasm, to 1e-8.
compare_targets() {
  local build=.cache/build
  ninja -C "$native" -j"$jobs" abscope_dump && ninja -C "$(wasm_build)" -j"$jobs" abscope_dump &&
    dump_both $build/native.bin $build/wasm.bin &&
    node tests/science/compare-targets.mjs $build/native.bin $build/wasm.bin
}

# Tests in JavaScript that need no browser: the command line, its schema, native against wasm.
run_pages() {
  compare_targets || return 1
  local found
  found=$(ls tests/cli/*.test.mjs tests/schema/*.test.mjs 2>/dev/null)
  [ -n "$found" ] || { echo "  no such tests"; return 0; }
  # shellcheck disable=SC2086
  ABSCOPE_NATIVE=$PWD/$native/abscope ABSCOPE_WASM=$PWD/$(wasm_build)/abscope.js \
    node_tests $found
}

run_browser() { node_tests tests/browser/*.test.mjs; }

# The other two engines: what a page around the lab needs and the main job by keyboard alone; with
# --full all the browser tests. One after the other: a WebKit under load is slow to start.
run_engines() {
  local engine failed=0
  for engine in firefox webkit; do
    if [ -n "$ABSCOPE_FULL" ]; then
      ABSCOPE_ENGINE=$engine jobs=1 node_tests tests/browser/*.test.mjs || failed=1
    else
      ABSCOPE_ENGINE=$engine node_tests tests/browser/embedding.test.mjs tests/browser/host.test.mjs || failed=1
      ABSCOPE_ENGINE=$engine node_tests --test-name-pattern='alone does the main job' \
        tests/browser/accessibility.test.mjs || failed=1
    fi
  done
  return $failed
}

title() {
  case $1 in
    format) echo "clang-format" ;;
    house) echo "house rules" ;;
    native) echo "unit and science tests, native, ASan + UBSan" ;;
    ui) echo "UI tests, ASan + UBSan" ;;
    tidy) echo "clang-tidy" ;;
    wasm) echo "release build for the browser" ;;
    node) echo "unit and science tests, wasm under node" ;;
    pages) echo "command line, native against wasm" ;;
    browser) echo "browser tests in Chromium" ;;
    engines) echo "browser tests in Firefox and WebKit" ;;
  esac
}

begin=$(date +%s)
step "Tools"
mkdir -p .cache/build
(set -e; install_tools) || die "The tools could not be installed."

passed=0 failed=0 summary=""
for name in $steps; do
  step "$(title "$name")"
  start=$(date +%s)
  if "run_$name"; then
    verdict=ok
    passed=$((passed + 1))
  else
    verdict=FAILED
    failed=$((failed + 1))
  fi
  summary+=$(printf '  %-8s %5d s  %s' "$verdict" $(($(date +%s) - start)) "$(title "$name")")$'\n'
done

step "Summary"
printf '%s' "$summary"
printf '  total    %5d s\n\n' $(($(date +%s) - begin))
echo "steps: $passed passed, $failed failed"
[ "$failed" = 0 ]
