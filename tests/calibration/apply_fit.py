#!/usr/bin/env python3
"""Write a fit into the table of parameters: apply_fit.py FIT.txt [src/model/parameters.def]

FIT.txt holds "name value" lines, as abscope_fit writes them. Only the mouse's column changes; rows
that the fit does not name stay, and a name without a row is an error.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROW = re.compile(r"^(P\(\s*(\w+)\s*,\s*)([^,]+?)(\s*,.*)$")


def main():
    fit = dict(line.split() for line in open(sys.argv[1], encoding="utf-8") if line.strip())
    table = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "src/model/parameters.def"
    lines, changed = [], 0
    for line in table.read_text(encoding="utf-8").splitlines():
        match = ROW.match(line)
        if match and match.group(2) in fit:
            value = fit.pop(match.group(2))
            if float(value) != float(match.group(3)):
                line = match.group(1) + value + match.group(4)
                changed += 1
        lines.append(line)
    if fit:
        sys.exit(f"{table}: has no row for {', '.join(sorted(fit))}")
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{table}: {changed} values changed")


main()
