"""The commands that the shelf script uses, of an artist who is told what to answer."""

scene = ""
is_modified = False
answer = ("Submit", None)
"""The button that is pressed, and the text that is typed, None for what stood there."""

told = []
"""What was shown to the artist."""

_typed = None


def file(query, sceneName=False, modified=False):
    """Tells of the open scene."""
    if not query:
        raise RuntimeError("only queries are known here")
    return scene if sceneName else is_modified


def playbackOptions(query, minTime=False, maxTime=False):
    """Tells an end of the time line."""
    return 1.0 if minTime else 3.0


def promptDialog(query=False, text=None, button=(), **_):
    """Asks for a line of text."""
    global _typed
    if query:
        return _typed
    pressed, typed = answer
    if pressed not in button:
        raise RuntimeError("there is no button {}".format(pressed))
    _typed = text if typed is None else typed
    return pressed


def confirmDialog(message, **_):
    """Shows a message."""
    told.append(message)
