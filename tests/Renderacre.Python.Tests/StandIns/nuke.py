"""The parts of Nuke that the shelf script uses, of an artist who is told what to answer."""

script = "Root"
"""The open script's path, or Root for none."""

is_modified = False
is_pressed = True
answers = {}
written = ""
"""Where the script's Write node writes."""

told = []
"""What was shown to the artist."""


class Panel:
    """A dialog with lines of text."""

    def __init__(self, title):
        self.title = title
        self._values = {}

    def addSingleLineInput(self, label, value):
        """Adds a line."""
        self._values[label] = value

    def show(self):
        """Shows it; whether OK was pressed."""
        self._values.update(answers)
        return is_pressed

    def value(self, label):
        """What stands in a line."""
        return self._values[label]


class _Root:
    name = staticmethod(lambda: script)
    modified = staticmethod(lambda: is_modified)
    firstFrame = staticmethod(lambda: 1)
    lastFrame = staticmethod(lambda: 4)


class _Knob:
    value = staticmethod(lambda: written)


def root():
    """The script."""
    return _Root


def allNodes(kind):
    """The Write nodes, of which there is one."""
    return [{"file": _Knob}] if kind == "Write" else []


def message(text):
    """Shows a message."""
    told.append(text)
