"""Maya without its windows."""


def initialize(name):
    """Starts Maya; here there is nothing to start."""
    if name != "python":
        raise RuntimeError("mayapy is started under the name python, not {}".format(name))
