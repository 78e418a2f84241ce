#!/usr/bin/env python3
"""Write a fit into the table of parameters: apply_fit.py mouse|human FIT.txt

FIT.txt holds "name value" lines, as abscope_fit writes them. Only that preset's column of
src/model/parameters.def changes; rows that the fit does not name stay, and a name without a row is
an error.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROW = re.compile(r"^(P\(\s*(\w+)\s*,\s*)([^,]+?)(\s*,\s*)([^,]+?)(\s*,.*)$")


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("mouse", "human"):
        sys.exit(__doc__)
    column = 3 if sys.argv[1] == "mouse" else 5
    fit = dict(line.split() for line in open(sys.argv[2], encoding="utf-8") if line.strip())
    table = ROOT / "src/model/parameters.def"
    lines, changed = [], 0
    for line in table.read_text(encoding="utf-8").splitlines():
        match = ROW.match(line)
        if match and match.group(2) in fit:
            value = fit.pop(match.group(2))
            groups = [""] + list(match.groups())
            if float(value) != float(groups[column]):
                groups[column] = value
                changed += 1
            line = groups[1] + "".join(groups[3:])
        lines.append(line)
    if fit:
        sys.exit(f"{table}: has no row for {', '.join(sorted(fit))}")
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{table}: {changed} values changed")


main()
