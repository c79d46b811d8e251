#!/usr/bin/env python3
"""Prints the branch coverage of folders from a Cobertura report: branch_coverage.py REPORT FOLDER..."""
import re
import sys
import xml.etree.ElementTree as xml


def branches(report):
    """File and number of each line with branches, with how many there are and how many were taken."""
    lines = {}
    for source in xml.parse(report).getroot().iter("class"):
        for line in source.iter("line"):
            counts = re.search(r"\((\d+)/(\d+)\)", line.get("condition-coverage", ""))
            if counts:
                key = (source.get("filename").replace("\\", "/"), int(line.get("number")))
                taken, all_of_them = int(counts[1]), int(counts[2])
                # A lambda's line is reported with its method's too: the better count is the truer one.
                lines[key] = max(lines.get(key, (0, all_of_them)), (taken, all_of_them))
    return lines


def main(report, folders):
    lines = branches(report)
    for folder in folders:
        found = {key: counts for key, counts in lines.items() if f"{folder}/" in key[0]}
        taken, total = (sum(counts[i] for counts in found.values()) for i in (0, 1))
        print(f"{folder}: {taken} of {total} branches, {100 * taken / max(total, 1):.1f} %")
        for (name, number), (hit, there) in sorted(found.items()):
            if hit < there:
                print(f"    {name[max(name.find('src/'), 0):]}:{number} {hit} of {there}")


if len(sys.argv) < 3:
    sys.exit(__doc__)
main(sys.argv[1], sys.argv[2:])
