#!/usr/bin/env bash
# Puts the sources of Dear ImGui 1.90.1, SDL2 2.26.5 and the QR code generator 1.8.0 into
# .cache/sources/ and checks them.
#   scripts/fetch-sources.sh [imgui|sdl2|qrcodegen]...      (default: all)
# On Debian they come as Debian source packages through apt, which checks the archive's signature;
# elsewhere CMake's FetchContent clones the upstream tags (ABSCOPE_FETCH_SOURCES). Nothing is done
# when they are there. No root needed (but for xz, if missing): apt works in a private folder.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

cache=$PWD/.cache
sources=$cache/sources
imgui_sha256=ecce377df0f90b292f15dcbd83d438bddc162b2388c881132bde18c787572a1c
sdl2_sha256=b3f2c822151804125d08db94c65852f711c2e5df2145a59da120748dc32eb9c3
qrcodegen_sha256=2ec0a4d33d6f521c942eeaf473d42d5fe139abcfa57d2beffe10c5cf7d34ae60

# The archive of the machine's own Debian entry, so that mirrors and proxies keep working.
debian_entry() {
  {
    cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed '/^#/d' |
      awk -v RS= '/URIs:[^\n]*\/debian\/?(\n|$)/ { print; exit }' | sed -n '/^URIs:/p; /^Signed-By:/p'
    sed -nE 's#^deb (\[[^]]*\] )?([^ ]+/debian/?) .*#URIs: \2#p' /etc/apt/sources.list 2>/dev/null
  } | awk -F: '!seen[$1]++' || true
}

# fetch PACKAGE SUITE SHA256 FOLDER
fetch() {
  local package=$1 suite=$2 sha256=$3 folder=$4
  local apt=$cache/apt-$suite entry
  if [ -e "$sources/$folder/.verified-$sha256" ]; then
    say "$package: already in .cache/sources/$folder"
    return
  fi
  entry=$(debian_entry)
  if [ -z "$entry" ]; then
    say "$package: no Debian archive entry found in /etc/apt; CMake will clone the upstream tag"
    return
  fi
  say "$package: fetching Debian's source package ($suite)"
  mkdir -p "$apt/lists/partial" "$apt/download" "$sources"
  chmod -R a+rX "$apt"
  {
    printf 'Types: deb-src\n%s\nSuites: %s\nComponents: main\n' "$entry" "$suite"
    # Debian's own keyring where the entry names none.
    case $entry in *Signed-By*) ;; *) echo 'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg' ;; esac
  } >"$apt/private.sources"
  local options=(-q -o "Dir::Etc::sourcelist=$apt/private.sources" -o Dir::Etc::sourceparts=-
    -o "Dir::State::Lists=$apt/lists" -o APT::Sandbox::User=root -o Acquire::Retries=3
    -o Acquire::Languages=none)
  apt-get "${options[@]}" update >"$apt/log" 2>&1 || { cat "$apt/log" >&2; return 1; }
  (cd "$apt/download" && apt-get "${options[@]}" source --tar-only "$package" >>"$apt/log" 2>&1) ||
    { cat "$apt/log" >&2; return 1; }
  local tarball
  tarball=$(ls "$apt/download/$package"_*.orig.tar.* | grep -v '\.asc$' | head -1)
  if ! echo "$sha256  $tarball" | sha256sum --check --status; then
    echo "$package: $(basename "$tarball") has SHA-256 $(sha256sum "$tarball" | cut -d' ' -f1)," >&2
    echo "  expected $sha256. The suite $suite holds another version: pin it in scripts/fetch-sources.sh." >&2
    return 1
  fi
  rm -rf "${sources:?}/$folder"
  mkdir -p "$sources/$folder"
  tar -xf "$tarball" -C "$sources/$folder" --strip-components=1
  touch "$sources/$folder/.verified-$sha256"
  rm -rf "$apt"
  say "$package: SHA-256 verified, unpacked into .cache/sources/$folder"
}

if ! command -v apt-get >/dev/null; then
  say "no apt here: CMake will clone the upstream tags (-DABSCOPE_FETCH_SOURCES=ON)"
  exit 0
fi
have xz || need_packages xz-utils
wanted=${*:-imgui sdl2 qrcodegen}
for name in $wanted; do
  case $name in
    imgui) fetch imgui trixie "$imgui_sha256" imgui-1.90.1 ;;
    sdl2) fetch libsdl2 bookworm "$sdl2_sha256" sdl2-2.26.5 ;;
    qrcodegen) fetch qr-code-generator bookworm "$qrcodegen_sha256" qrcodegen-1.8.0 ;;
    *) echo "unknown source '$name': imgui, sdl2 or qrcodegen" >&2; exit 2 ;;
  esac
done
