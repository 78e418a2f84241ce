#!/usr/bin/env python3
"""doctest_sums.py TOTAL OUTPUT...: adds up runs of doctest (--duration=true) that had a range of TOTAL cases each.
Fails unless TOTAL cases ran and each run ended well. (Doctest's own sum counts what is out of the range as passed.)"""
import re
import sys

total, outputs = int(sys.argv[1]), sys.argv[2:]
times, well, assertions, failed = [], 0, 0, 0
for name in outputs:
    with open(name, encoding="utf-8", errors="replace") as output:
        text = output.read()
    times += [(float(seconds), case) for seconds, case in re.findall(r"^(\d+\.\d+) s: (.*)$", text, re.M)]
    well += text.count("Status: SUCCESS!")
    for found in re.findall(r"assertions: *(\d+) \| *\d+ passed", text):
        assertions += int(found)
    for found in re.findall(r"test cases: *\d+ \| *\d+ passed \| *(\d+) failed", text):
        failed += int(found)
for seconds, case in sorted(times, reverse=True)[:5]:
    print(f"  {seconds:6.1f} s  {case}")
print(f"  test cases: {len(times)} of {total} ran, {failed} failed; assertions: {assertions}")
if len(times) != total or well != len(outputs) or failed:
    sys.exit(1)
