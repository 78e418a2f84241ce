#!/usr/bin/env python3
"""Make the ensemble of a preset from its fits, and say whether it keeps its rules.

    make_ensemble.py [--preset mouse|human] [--how TEXT] [--left-out SEEDS] [--out FILE] FIT.txt...

Each FIT.txt holds "name value" lines, as abscope_fit writes them; the seed is the last number in the
name of the file. Parameters that fit.cpp freezes stay out: a set has what was fitted, and the preset
has the rest. Seeds that were tried and whose fit did not arrive are named with --left-out, so that the
file says how many there were. Without --out the file is assets/ensemble/PRESET.json. Exit code 1 when a rule is broken
(the file is written all the same) and 2 when a fit cannot be used.

The rules: at least 8 sets; of each pair at least half of the parameters differ by more than 20 %; of
each set at most 10 % lie within 1 % of an edge of their range, by value, on a linear or on a
logarithmic scale.
"""
import argparse
import itertools
import json
import math
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROW = re.compile(r"^P\(\s*(\w+)\s*,\s*([^,]+?)\s*,\s*([^,]+?)\s*,\s*([^,]+?)\s*,\s*([^,]+?)\s*,")
FEWEST_SETS, LEAST_DIFFERENT, DIFFERENT = 8, 0.5, 1.2
MOST_AT_EDGE, EDGE = 0.10, 0.01
HOW = (
    "Each set is a fit of its own by abscope_fit --linearised (tests/calibration), from a start that is "
    "scattered over every parameter's range by the seed: to the directions of "
    "tests/science/targets.json with their margins, to the expectations of the untreated host, and to the "
    "ablations of the catalogue of mechanisms."
)


def ranges():
    """name -> (low, high), in the order of the table."""
    table = {}
    for line in (ROOT / "src/model/parameters.def").read_text(encoding="utf-8").splitlines():
        match = ROW.match(line)
        if match:
            table[match.group(1)] = (float(match.group(4)), float(match.group(5)))
    return table


def frozen():
    source = (ROOT / "tests/calibration/fit.cpp").read_text(encoding="utf-8")
    block = re.search(r"frozen\s*=\s*\{([^}]*)\}", source)
    if not block:
        sys.exit("tests/calibration/fit.cpp: the list of frozen parameters was not found")
    return set(re.findall(r'"(\w+)"', block.group(1)))


def read_fit(path, table, left_out):
    found = dict(line.split() for line in open(path, encoding="utf-8") if line.strip())
    wanted = [name for name in table if name not in left_out]
    missing = [name for name in wanted if name not in found]
    unknown = [name for name in found if name not in table]
    if missing or unknown:
        print(f"{path}: is of another table of parameters; missing: {missing}, unknown: {unknown}")
        sys.exit(2)
    values = {name: float(found[name]) for name in wanted}
    for name, value in values.items():
        low, high = table[name]
        if not low <= value <= high:
            print(f"{path}: {name} is {value:g}, outside {low:g} to {high:g}")
            sys.exit(2)
    return {name: int(v) if v == int(v) and abs(v) < 1e9 else v for name, v in values.items()}


def seed_of(path):
    numbers = re.findall(r"\d+", pathlib.Path(path).name)
    if not numbers:
        print(f"{path}: has no number in its name to take the seed from")
        sys.exit(2)
    return int(numbers[-1])


def at_edge(value, low, high):
    if value <= low * (1 + EDGE) or value >= high * (1 - EDGE):
        return True
    shares = [(value - low) / (high - low)]
    if low > 0:
        shares.append(math.log(value / low) / math.log(high / low))
    return any(share <= EDGE or share >= 1 - EDGE for share in shares)


def differ(a, b):
    if a == b:
        return False
    return min(a, b) <= 0 or max(a, b) / min(a, b) > DIFFERENT


def check(sets, table):
    """Prints what was counted; the number of broken rules."""
    broken = 0

    def rule(holds, text):
        nonlocal broken
        broken += not holds
        print(("ok      " if holds else "BROKEN  ") + text)

    rule(len(sets) >= FEWEST_SETS, f"{len(sets)} sets, at least {FEWEST_SETS} wanted")
    for a, b in itertools.combinations(sets, 2):
        names = a["parameters"].keys()
        share = sum(differ(a["parameters"][n], b["parameters"][n]) for n in names) / len(names)
        rule(share >= LEAST_DIFFERENT, f"{a['id']} and {b['id']}: {share:.0%} differ by more than 20 %")
    for one in sets:
        edge = [n for n, value in one["parameters"].items() if at_edge(value, *table[n])]
        share = len(edge) / len(one["parameters"])
        rule(share <= MOST_AT_EDGE, f"{one['id']}: {share:.1%} at an edge ({', '.join(edge)})")
    return broken


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--preset", choices=("mouse", "human"), default="mouse")
    parser.add_argument("--title")
    parser.add_argument("--how", default=HOW)
    parser.add_argument("--left-out", help="seeds of fits that did not arrive, such as 201,204")
    parser.add_argument("--out")
    parser.add_argument("fits", nargs="+", metavar="FIT.txt")
    options = parser.parse_args()
    table, left_out = ranges(), frozen()
    sets = [
        {"id": f"seed-{seed_of(path)}", "seed": seed_of(path), "parameters": read_fit(path, table, left_out)}
        for path in options.fits
    ]
    sets.sort(key=lambda one: one["seed"])
    how = options.how
    if options.left_out:
        failed = [seed.strip() for seed in options.left_out.split(",")]
        how += (
            f" {len(sets) + len(failed)} seeds were tried; the fits of {', '.join(failed)} did not meet every "
            "direction and are left out."
        )
    ensemble = {
        "format": "abscope-ensemble/1",
        "preset": options.preset,
        "title": options.title or f"Parameter sets of the {options.preset}, fitted from independent seeds",
        "how": how,
        "sets": sets,
    }
    out = pathlib.Path(options.out or ROOT / f"assets/ensemble/{options.preset}.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(ensemble, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{out}: {len(sets)} sets of {len(sets[0]['parameters'])} parameters")
    sys.exit(1 if check(sets, table) else 0)


main()
