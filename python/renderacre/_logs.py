"""Reading what tasks write."""

from __future__ import annotations

import codecs
import time
from typing import Callable, Dict, Iterator, List, Optional

from renderacre._transport import Transport
from renderacre._waiting import Deadline
from renderacre.errors import WaitTimeoutError
from renderacre.records import Attempt, Task

LOOK_SECONDS = 0.25
"""How often a growing log is looked at: that it has grown is no change of the farm, so nothing tells."""

LINE_BYTES_MAX = 1 << 20
"""How long a line may grow before it is cut."""

ATTEMPT_RUNS = frozenset(["leased", "running"])


class LogTail:
    """The log of one attempt, from where it was last read."""

    def __init__(self, transport: Transport, task: str, attempt: str) -> None:
        self._transport = transport
        self._place = (task, attempt)
        self._offset = 0
        self._rest = ""
        # Bytes that are not UTF-8 are shown as such; a character may lie in two pieces.
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def lines(self) -> Iterator[str]:
        """Yields the whole lines that are new."""
        while True:
            data = self._transport.read_log(*self._place, offset=self._offset)
            if not data:
                return
            self._offset += len(data)
            parts = (self._rest + self._decoder.decode(data)).split("\n")
            self._rest = parts.pop()
            for part in parts:
                yield part.rstrip("\r")
            if len(self._rest) > LINE_BYTES_MAX:
                yield self._rest
                self._rest = ""

    def end(self) -> Iterator[str]:
        """Yields the last line where it has no end, once the attempt has ended."""
        rest = self._rest + self._decoder.decode(b"", True)
        self._rest = ""
        if rest:
            yield rest


def read_log(transport: Transport, task: Task, attempt: Optional[str]) -> Iterator[str]:
    """Yields the lines that are there."""
    for one in _wanted(task, attempt):
        tail = LogTail(transport, task.id, one.id)
        for line in tail.lines():
            yield line
        for line in tail.end():
            yield line


def follow_log(
    transport: Transport, look: Callable[[], Task], attempt: Optional[str], timeout: Optional[float]
) -> Iterator[str]:
    """Yields lines as they come, until the task, or the attempt that is meant, has ended."""
    deadline = Deadline(timeout)
    tails: Dict[str, LogTail] = {}
    done: List[str] = []
    while True:
        task = look()
        for one in _wanted(task, attempt):
            if one.id in done:
                continue
            tail = tails.setdefault(one.id, LogTail(transport, task.id, one.id))
            for line in tail.lines():
                yield line
            # Its end was known before the reading, so there is nothing more to come.
            if one.state not in ATTEMPT_RUNS:
                for line in tail.end():
                    yield line
                done.append(one.id)
        if attempt in done or task.has_ended:
            return
        if deadline.left(LOOK_SECONDS) <= 0:
            raise WaitTimeoutError("task {} has not ended within {:g} s".format(task.id, timeout or 0))
        time.sleep(deadline.left(LOOK_SECONDS))


def _wanted(task: Task, attempt: Optional[str]) -> List[Attempt]:
    return [one for one in task.attempts if attempt is None or one.id == attempt]
