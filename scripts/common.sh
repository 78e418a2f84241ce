# Sourced by the scripts: messages, and installing Debian packages where a command is missing.

step() { printf '\n\033[1m%s\033[0m\n' "$*"; }
say() { printf '  %s\n' "$*"; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# need_packages PACKAGE...: installs them with apt, or says how to get them.
need_packages() {
  [ $# -gt 0 ] || return 0
  if ! have apt-get; then
    if have brew; then
      die "Missing on this machine: $*
Install them with Homebrew, for example: brew install emscripten cmake ninja node nlohmann-json"
    fi
    die "Missing on this machine: $* (Debian's names). Install them with your system's package manager."
  fi
  if [ "$(id -u)" != 0 ] && ! have sudo; then
    die "Missing on this machine: $*
Become root and run: apt-get install --no-install-recommends $*"
  fi
  say "installing with apt: $*"
  local log
  log=$(mktemp)
  if ! as_root env DEBIAN_FRONTEND=noninteractive bash -c \
      'apt-get -q update && apt-get -q -y install --no-install-recommends "$@"' apt "$@" >"$log" 2>&1; then
    tail -20 "$log" >&2
    rm -f "$log"
    die "apt could not install: $*"
  fi
  rm -f "$log"
}

# npm's packages, pinned by package-lock.json; again only when that changed.
need_npm_packages() {
  local stamp=node_modules/.package-lock.json
  if [ -e "$stamp" ] && [ ! package-lock.json -nt "$stamp" ]; then return; fi
  say "installing npm packages (pinned by package-lock.json)"
  npm ci --no-audit --no-fund --loglevel=error
  touch "$stamp"
}
