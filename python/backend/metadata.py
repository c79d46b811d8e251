"""The core metadata of the distribution, from pyproject.toml."""

from layout import NAME, PACKAGE, license_files, version

try:
    import tomllib
except ImportError:
    import tomli as tomllib


def text():
    """Returns METADATA, which is PKG-INFO too."""
    with open(PACKAGE / "pyproject.toml", "rb") as file:
        project = tomllib.load(file)["project"]
    lines = [
        "Metadata-Version: 2.1",
        "Name: " + NAME,
        "Version: " + version(),
        "Summary: " + project["description"],
        "Author: " + ", ".join(author["name"] for author in project["authors"]),
        "License: " + project["license"],
        "Keywords: " + ",".join(project["keywords"]),
    ]
    lines += ["Project-URL: {}, {}".format(name, url) for name, url in project["urls"].items()]
    lines += ["Classifier: " + classifier for classifier in project["classifiers"]]
    lines.append("Requires-Python: " + project["requires-python"])
    lines += ["License-File: " + name for name, _ in license_files()]
    lines.append("Description-Content-Type: text/markdown; charset=UTF-8")
    readme = (PACKAGE / project["readme"]).read_text(encoding="utf-8")
    return "\n".join(lines) + "\n\n" + readme
