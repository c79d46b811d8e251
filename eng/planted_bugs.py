#!/usr/bin/env python3
"""Shows that the simulation finds each planted bug: applies it to a copy of the tree, builds, runs and looks.

usage: eng/planted_bugs.py [--minutes N] [--seed S] [NAME...]
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PATCHES = ROOT / "tests/Renderacre.Simulation/Planted"
COPY = ROOT / "artifacts/planted"
PROJECT = "tests/Renderacre.Simulation"
PROGRAM = "artifacts/bin/Renderacre.Simulation/release/Renderacre.Simulation.dll"
COPIED = ("src", "tests/Renderacre.Simulation", "tests/Directory.Build.props", "eng", "Directory.Build.props",
          "Directory.Packages.props", "global.json", ".editorconfig")


def run(*command, **options):
    return subprocess.run(command, cwd=COPY, text=True, capture_output=True, check=False, **options)


def copy_tree():
    """Copies what the simulation is built of; what was built there before stays, so that little is built anew."""
    for name in COPIED:
        source, target = ROOT / name, COPY / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("bin", "obj"))
        elif source.exists():
            shutil.copy2(source, target)
    run("git", "init", "-q")


def build():
    return run("dotnet", "build", PROJECT, "-c", "Release", "--nologo", "-v", "quiet", "-p:RunAnalyzers=false",
               "-p:TreatWarningsAsErrors=false")


def hunt(seed, minutes):
    """Runs the simulation; the finding's first line, or None where it found nothing."""
    result = run("dotnet", PROGRAM, "--seed", str(seed), "--minutes", str(minutes), "--as-found")
    if result.returncode == 0:
        return None
    found = [line for line in result.stdout.splitlines() if line.startswith("seed ")]
    return found[0] if found else (result.stdout + result.stderr)[-300:]


def try_patch(patch, arguments):
    """Whether a planted bug is found; says how."""
    applied = run("git", "apply", "-C1", str(patch))
    if applied.returncode != 0:
        print(f"{patch.stem}: does not apply any more: {applied.stderr.strip()}", flush=True)
        return False
    try:
        built = build()
        if built.returncode != 0:
            print(f"{patch.stem}: does not build: {built.stdout[-600:]}", flush=True)
            return False
        began = time.monotonic()
        finding = hunt(arguments.seed, arguments.minutes)
        seconds = time.monotonic() - began
        print(f"{patch.stem}: {f'{seconds:.0f} s: {finding[:160]}' if finding else 'NOT FOUND'}", flush=True)
        return finding is not None
    finally:
        run("git", "apply", "-C1", "-R", str(patch))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    os.environ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1"
    copy_tree()
    patches = [patch for patch in sorted(PATCHES.glob("*.patch"))
               if not arguments.names or any(name in patch.stem for name in arguments.names)]
    lost = [patch.stem for patch in patches if not try_patch(patch, arguments)]
    print(f"{len(patches) - len(lost)} of {len(patches)} planted bugs found")
    if lost:
        print(f"not found: {', '.join(lost)}")
    return 1 if lost or not patches else 0


if __name__ == "__main__":
    sys.exit(main())
