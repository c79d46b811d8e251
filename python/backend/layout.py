"""Where things are: in the repository, or in an unpacked sdist, which has the C# sources in dotnet/."""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SOURCES = PACKAGE / "dotnet" if (PACKAGE / "dotnet").is_dir() else PACKAGE.parent

NAME = "renderacre"
PROJECT = "src/Renderacre.Python"
PROJECTS = [
    "src/OpenJd.Expressions", "src/OpenJd.Model", "src/Renderacre.Client", "src/Renderacre.Contracts", PROJECT,
]
"""What the native library is made of."""

BUILD_FILES = [
    "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "src/Directory.Build.props",
    "eng/BannedSymbols.Everywhere.txt", "eng/BannedSymbols.Farm.txt",
]
LICENSES = ["LICENSE-MIT", "LICENSE-APACHE"]
NOTICES = "THIRD-PARTY-NOTICES.txt"


def version():
    """Returns the version, which the whole repository has from one place."""
    text = (SOURCES / "Directory.Build.props").read_text(encoding="utf-8")
    found = re.search(r"<Version>([^<]+)</Version>", text)
    if not found:
        raise SystemExit("Directory.Build.props has no <Version>")
    return found.group(1)


def license_files():
    """Returns the licence files: name and path."""
    return [(name, SOURCES / name) for name in LICENSES] + [(NOTICES, PACKAGE / NOTICES)]


def modules():
    """Returns the package's own files."""
    return sorted(
        path for path in (PACKAGE / NAME).iterdir()
        if path.suffix in (".py", ".pyi") and path.name != "_version.py" or path.name == "py.typed")


def version_module():
    """Returns the text of renderacre/_version.py, which only a built package has."""
    return '"""The version of this package."""\n\n__version__ = "{}"\n'.format(version())
