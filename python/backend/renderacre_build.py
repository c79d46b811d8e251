"""Builds the wheel and the sdist: the build backend that pyproject.toml names, and a script.

    python3 renderacre_build.py --out dist [--rid linux-x64]

It needs the .NET SDK and, as NativeAOT does, a C linker; of Python nothing but the standard library.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import layout
import metadata
import native
from archives import Wheel, write_sdist
from platforms import PLATFORMS, this_rid

TAG = "cp37-abi3"


def get_requires_for_build_wheel(config_settings=None):
    """Nothing more than pyproject.toml says."""
    return []


get_requires_for_build_sdist = get_requires_for_build_wheel


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Builds the wheel of a platform, of this machine's unless ``config_settings`` has a ``rid``.

    :returns: the wheel's file name
    """
    rid = (config_settings or {}).get("rid") or this_rid()
    platform = PLATFORMS[rid]
    library = native.build(rid)
    tag = "{}-{}".format(TAG, platform.tag)
    name = "{}-{}-{}.whl".format(layout.NAME, layout.version(), tag)
    info = "{}-{}.dist-info".format(layout.NAME, layout.version())
    wheel = Wheel(str(Path(wheel_directory) / name), info)
    for path in layout.modules():
        wheel.add("{}/{}".format(layout.NAME, path.name), path.read_bytes())
    wheel.add(layout.NAME + "/_version.py", layout.version_module().encode())
    wheel.add("{}/{}".format(layout.NAME, platform.installed), library.read_bytes(), executable=True)
    for license_name, path in layout.license_files():
        wheel.add("{}/licenses/{}".format(info, license_name), path.read_bytes())
    wheel.add(info + "/METADATA", metadata.text().encode())
    wheel.add(info + "/WHEEL", "\n".join([
        "Wheel-Version: 1.0", "Generator: renderacre_build " + layout.version(), "Root-Is-Purelib: false",
        "Tag: " + tag, ""]).encode())
    wheel.close()
    return name


def build_sdist(sdist_directory, config_settings=None):
    """Builds the sdist, which has all that the wheel is built of.

    :returns: its file name
    """
    root = "{}-{}".format(layout.NAME, layout.version())
    files = [("PKG-INFO", metadata.text().encode())]
    for name in ("pyproject.toml", "README.md", layout.NOTICES):
        files.append((name, (layout.PACKAGE / name).read_bytes()))
    files += _files(layout.PACKAGE, ["backend", layout.NAME, "tests"], "")
    files += [("dotnet/" + name, (layout.SOURCES / name).read_bytes()) for name in layout.BUILD_FILES]
    files += [(name, (layout.SOURCES / name).read_bytes()) for name in layout.LICENSES]
    files += [("dotnet/" + name, (layout.SOURCES / name).read_bytes()) for name in layout.LICENSES]
    files += _files(layout.SOURCES, layout.PROJECTS, "dotnet/")
    write_sdist(str(Path(sdist_directory) / (root + ".tar.gz")), root, sorted(files))
    return root + ".tar.gz"


def _files(folder, parts, prefix):
    """Returns the files below parts of a folder, without what building leaves there."""
    return [
        (prefix + path.relative_to(folder).as_posix(), path.read_bytes())
        for part in parts
        for path in (folder / part).rglob("*")
        if path.is_file() and not {"__pycache__", "bin", "obj"} & set(path.parts) and path.name != "_version.py"
    ]


def main():
    """Builds both into a folder."""
    parser = argparse.ArgumentParser(description="Builds the Python wheel and the sdist.")
    parser.add_argument("--out", required=True, type=Path, help="the folder that they go into")
    parser.add_argument("--rid", choices=sorted(PLATFORMS), default=this_rid(), help="the platform of the wheel")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    print(arguments.out / build_wheel(arguments.out, {"rid": arguments.rid}))
    print(arguments.out / build_sdist(arguments.out))


if __name__ == "__main__":
    main()
