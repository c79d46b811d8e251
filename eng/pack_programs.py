"""Packs the published programs of a platform, with the licences, into one archive.

    python3 eng/pack_programs.py linux-x64 --out dist
"""

import argparse
import re
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BESIDE = ["LICENSE-MIT", "LICENSE-APACHE", "README.md", "CHANGELOG.md"]


def version():
    """Returns the repository's version."""
    properties = (ROOT / "Directory.Build.props").read_text(encoding="utf-8")
    return re.search(r"<Version>([^<]+)</Version>", properties).group(1)


def pack(rid, out):
    """Packs what ``./dev publish`` has left in dist/RID; a zip for Windows, a tar.gz elsewhere.

    :returns: the archive's path
    """
    folder = "renderacre-programs-{}-{}".format(version(), rid)
    programs = sorted(path for path in (ROOT / "dist" / rid).rglob("*") if path.is_file())
    if not programs:
        raise SystemExit("dist/{} has no programs: ./dev publish {} makes them".format(rid, rid))
    files = [("{}/{}".format(folder, path.relative_to(ROOT / "dist" / rid).as_posix()), path) for path in programs]
    files += [("{}/{}".format(folder, name), ROOT / name) for name in BESIDE]
    out.mkdir(parents=True, exist_ok=True)
    if rid.startswith("win-"):
        archive = out / (folder + ".zip")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for name, path in files:
                packed.write(path, name)
    else:
        archive = out / (folder + ".tar.gz")
        with tarfile.open(archive, "w:gz") as packed:
            for name, path in files:
                packed.add(path, name)
    return archive


def main():
    """Packs the programs of the platform that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rid", help=".NET's name of the platform, such as linux-x64")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="the folder that the archive goes into")
    arguments = parser.parse_args()
    print(pack(arguments.rid, arguments.out))


if __name__ == "__main__":
    main()
