"""The commands of Maya that the example uses; a render writes down what would be rendered."""

import os

_state = {"scene": None, "frame": None, "folder": None, "prefix": None}


def file(path, open, force):
    """Opens a scene."""
    if not os.path.isfile(path):
        raise RuntimeError("File not found: {}".format(path))
    _state["scene"] = path


def currentTime(frame):
    """Goes to a frame."""
    _state["frame"] = frame


def workspace(fileRule):
    """Sets where pictures go."""
    _state["folder"] = fileRule[1]


def setAttr(name, value, type=None):
    """Sets an attribute of the scene."""
    if name == "defaultRenderGlobals.imageFilePrefix":
        _state["prefix"] = value


def render():
    """Writes the scene and the frame in the place of a picture, under the name that Maya would give it."""
    os.makedirs(os.path.join(_state["folder"], "tmp"), exist_ok=True)
    path = os.path.join(_state["folder"], "tmp", _state["prefix"] + ".png")
    with open(path, "w", encoding="utf-8") as picture:
        picture.write("{scene} at frame {frame}".format(**_state))
    return path
