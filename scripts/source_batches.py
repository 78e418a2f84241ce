#!/usr/bin/env python3
"""source_batches.py BUILD_FOLDER OUT_FOLDER FILE...: puts sources together in larger units.

Most of the time of clang-tidy goes into headers that every file reads again. Files that are compiled alike are written
one after another into OUT_FOLDER/N.cpp, with each header included once and every line of code as it was; a compile
database lies beside them. (The text is put in, not #included: the static analyzer follows paths in the main file
only.) Files whose unnamed namespaces hold the same name are kept apart.
Prints a line for each unit, the longest first: N.cpp FILE...
"""
import json
import os
import re
import sys

MOST_LINES = 1600  # a core has then some fifteen units to take turns with

DECLARED = re.compile(
    r"^(?:(?:struct|class|enum class|enum|union) (\w+)"
    r"|using (\w+) ="
    r"|#define (\w+)"
    r"|[A-Za-z][\w:<>,&*\[\] ]*[ *&>](\w+)(?:\(|\[| =|;|\{))")
INCLUDE = re.compile(r'^#include [<"]([^>"]+\.h(?:pp)?|[^>".]+)[>"]')


def local_names(lines):
    """Names that no other file may hold as well: in unnamed namespaces, static, macros, main."""
    names, inside = set(), False
    for line in lines:
        if line.startswith("namespace {"):
            inside = True
        elif line.startswith("}  // namespace") and len(line.split()) == 3:
            inside = False
        elif inside or line.startswith(("static ", "#define ", "int main(")):
            found = DECLARED.match(line)
            if found:
                names.add(next(group for group in found.groups() if group))
    return names


def main():
    build, out, *files = sys.argv[1:]
    root = os.getcwd()
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as database:
        entries = {entry["file"]: entry for entry in json.load(database)}

    units = []
    for name in files:
        path = os.path.join(root, name)
        with open(path, encoding="utf-8") as source:
            lines = source.read().split("\n")
        entry = entries[path]
        # Alike: the same folder, and the same command but for the names of source and object.
        command = re.sub(r" -o \S+| -c \S+", "", entry["command"])
        kind = (os.path.dirname(name), entry["directory"], command)
        names = local_names(lines)
        for unit in units:
            if unit["kind"] == kind and not unit["names"] & names and \
                    unit["lines"] + len(lines) <= MOST_LINES:
                break
        else:
            unit = {"kind": kind, "names": set(), "lines": 0, "files": [], "entry": entry}
            units.append(unit)
        unit["names"] |= names
        unit["lines"] += len(lines)
        unit["files"].append((name, lines))

    units.sort(key=lambda unit: -unit["lines"])
    database = []
    for number, unit in enumerate(units):
        path = os.path.abspath(os.path.join(out, f"{number}.cpp"))
        included = set()
        with open(path, "w", encoding="utf-8") as text:
            for name, lines in unit["files"]:
                text.write(f"// {name}\n")
                for line in lines:
                    found = INCLUDE.match(line)
                    if found and found.group(1) in included:
                        line = ""
                    elif found:
                        included.add(found.group(1))
                    text.write(line + "\n")
        entry = unit["entry"]
        database.append({"directory": entry["directory"], "file": path,
                         "command": entry["command"].replace(entry["file"], path)})
        print(f"{number}.cpp", *[name for name, _ in unit["files"]])
    with open(os.path.join(out, "compile_commands.json"), "w", encoding="utf-8") as text:
        json.dump(database, text, indent=1)


if __name__ == "__main__":
    main()
