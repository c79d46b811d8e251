"""What goes wrong, as exceptions.

Bad input is a ``ValueError`` or ``TypeError``; what the controller or the network answers is a ``RuntimeError``.
"""

from __future__ import annotations

from typing import List, NamedTuple, Optional, Sequence, Tuple

__all__ = [
    "FarmError", "FarmUnreachableError", "ForkError", "TemplateError", "TemplateFault", "WaitTimeoutError",
]


class FarmError(RuntimeError):
    """The controller answered, and refused; or its answer cannot be read.

    ``status`` is the HTTP status, ``errors`` all that is wrong, one text each.
    """

    def __init__(self, message: str, status: Optional[int] = None, errors: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.errors: List[str] = list(errors) or [message]


class FarmUnreachableError(RuntimeError):
    """No whole answer came: nothing listens there, the connection broke, or time ran out."""


class WaitTimeoutError(TimeoutError):
    """What was waited for did not come about in time. The job goes on."""


class ForkError(RuntimeError):
    """Something that was begun before a fork was used in the child; begin it again there."""


class TemplateFault(NamedTuple):
    """One thing that is wrong with a template, or with a value given with it."""

    path: str
    """The place, such as ``steps[0] -> script``; empty for the whole."""

    line: int
    """The line, from 1; 0 where the fault lies in no document."""

    column: int
    """The column, from 1; 0 where the fault lies in no document."""

    message: str
    """What is wrong and what would be right."""

    def __str__(self) -> str:
        position = "line {}, column {}: ".format(self.line, self.column) if self.line else ""
        return position + ("{}: ".format(self.path) if self.path else "") + self.message


class TemplateError(ValueError):
    """A template, or what was given with it, makes no job. ``errors`` has all that is wrong."""

    def __init__(self, faults: Sequence[Tuple[str, int, int, str]]) -> None:
        self.errors: List[TemplateFault] = [TemplateFault(*fault) for fault in faults]
        super().__init__("\n".join(str(error) for error in self.errors))
