"""Compiles the C# project to the native library of a platform."""

import os
import re
import shutil
import subprocess

from elf import needed_versions
from glibc import build_stubs
from layout import PROJECT, SOURCES
from platforms import GLIBC, PLATFORMS


def build(rid):
    """Compiles the library.

    :param rid: .NET's name of the platform
    :returns: the path of the library
    """
    output = SOURCES / "artifacts" / "native" / rid / "python"
    shutil.rmtree(str(output), ignore_errors=True)
    output.mkdir(parents=True)
    # What was linked before would be taken again though the stubs, or the options, are others now.
    linked = SOURCES / "artifacts" / "bin" / "Renderacre.Python" / ("release_" + rid) / "native"
    for path in linked.glob(PLATFORMS[rid].published + "*"):
        path.unlink()
    arguments = [
        "dotnet", "publish", PROJECT, "-c", "Release", "-r", rid, "-o", str(output), "--nologo", "-v", "quiet",
        "-p:TrimmerSingleWarn=false",
    ]
    if rid.startswith("linux-"):
        stubs = output / "stubs"
        arguments += ["-p:GlibcStubs=" + str(stubs), "-p:GlibcStubNames=" + " ".join(build_stubs(stubs))]
    run = subprocess.run(
        arguments, cwd=str(SOURCES), env=dict(os.environ, DOTNET_CLI_TELEMETRY_OPTOUT="1", DOTNET_NOLOGO="1"),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
    warnings = [line for line in run.stdout.splitlines() if re.search(r"warning (IL|AOT)\d+", line)]
    if run.returncode != 0 or warnings:
        raise SystemExit("The native library was not made:\n" + ("\n".join(warnings) or run.stdout))
    library = output / PLATFORMS[rid].published
    if rid.startswith("linux-"):
        check_glibc(library)
    return library


def check_glibc(library):
    """Makes sure that a library runs on the systems that its wheel's tag promises."""
    late = sorted({"{} of glibc {}.{}".format(name, *version[:2])
                   for name, version in needed_versions(library) if version > GLIBC})
    if late:
        raise SystemExit("{} needs {}: have backend/glibc.py link the old ones".format(library.name, ", ".join(late)))
