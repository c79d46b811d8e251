"""The parts of Houdini that the example uses; a render writes down what would be rendered."""

_loaded = None


class _Parameter:
    value = None

    def set(self, value):
        """Sets it."""
        self.value = value


class _Node:
    """An output node of Mantra's kind."""

    def __init__(self, path):
        self._path = path
        self._picture = _Parameter()

    def path(self):
        """Its path."""
        return self._path

    def parm(self, name):
        """A parameter, or None."""
        return self._picture if name == "vm_picture" else None

    def render(self, frame_range):
        """Renders frames."""
        with open(self._picture.value, "w") as picture:
            picture.write("{} of {} at frame {}".format(self._path, _loaded, frame_range[0]))


class hipFile:
    """The open scene."""

    @staticmethod
    def load(path, suppress_save_prompt, ignore_load_warnings):
        """Opens a scene."""
        global _loaded
        _loaded = path


def node(path):
    """A node, or None."""
    return _Node(path) if path.startswith("/out/") else None
