#!/usr/bin/env bash
# renew-generated.sh BUILD/abscope: writes again what the program prints and the repository keeps: the
# schemas, the header of the CSV, and docs/evidence.md. Build the program first, with the parameters,
# cases and ensemble as they shall be.
set -euo pipefail
[ $# = 1 ] && [ -x "$1" ] || { echo "usage: $0 BUILD/abscope" >&2; exit 2; }
abscope=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/.."

for kind in scenario case population mechanisms ensemble script lesson; do
  "$abscope" schema "$kind" --output "assets/schema/$kind.schema.json"
done
# A line a column; read to the end, so that the program is not cut off while it writes.
"$abscope" run --case dewan-2009 --format csv --fluxes --every 45 | sed -n 1p | tr ',' '\n' >tests/cli/csv_header.txt
"$abscope" evidence --format markdown --output docs/evidence.md
git status --short -- assets/schema tests/cli/csv_header.txt docs/evidence.md
