"""Waiting for a job's end."""

from __future__ import annotations

import time
from typing import Any, Callable, Optional, Tuple

from renderacre._transport import Feed, Transport
from renderacre.errors import FarmError, FarmUnreachableError, WaitTimeoutError
from renderacre.records import Job

LOOK_SECONDS = 10.0
"""How long at most no change is heard before the job is looked at all the same."""

GATHER_SECONDS = 0.1
"""How long changes are gathered before the job is looked at."""

LEAST_SECONDS = 0.001
"""The least to wait."""

RETRY_SECONDS = 1.0
"""How long a controller that cannot be reached is left alone."""

PATIENCE_SECONDS = 300.0
"""How long a controller that has answered before may be away."""


class Deadline:
    """A point in time, or none."""

    def __init__(self, seconds: Optional[float]) -> None:
        self._end = None if seconds is None else time.monotonic() + seconds

    def left(self, most: float) -> float:
        """Returns the seconds that are left, at most ``most``; 0 or less where the time is up."""
        return most if self._end is None else min(most, self._end - time.monotonic())


def wait_for_end(
    transport: Transport,
    ident: str,
    look: Callable[[], Job],
    timeout: Optional[float],
    progress: Optional[Callable[[Job], object]],
) -> Job:
    """Waits as :meth:`Client.wait` says."""
    deadline = Deadline(timeout)
    changes = _Changes(transport, ident)
    shown: Optional[Tuple[Any, ...]] = None
    try:
        while True:
            job = changes.look(look)
            if job is not None:
                seen = (job.state, job.task_counts)
                if progress is not None and seen != shown:
                    shown = seen
                    progress(job)
                if job.has_ended:
                    return job
            left = deadline.left(LOOK_SECONDS)
            if left <= 0:
                raise WaitTimeoutError("job {} has not ended within {:g} s".format(ident, timeout or 0))
            changes.wait(left)
    finally:
        changes.close()


class _Changes:
    """Tells when to look at a job again."""

    def __init__(self, transport: Transport, job: str) -> None:
        self._transport = transport
        self._job = job
        self._feed: Optional[Feed] = None
        self._has_feeds = True
        self._last_answer: Optional[float] = None

    def look(self, look: Callable[[], Job]) -> Optional[Job]:
        """Looks, once the feed stands, so that no change is missed between.

        :returns: None where a controller that has answered before is away for a while
        """
        try:
            self._listen()
            job = look()
            self._last_answer = time.monotonic()
            return job
        except FarmUnreachableError:
            self.close()
            if self._last_answer is None or time.monotonic() - self._last_answer > PATIENCE_SECONDS:
                raise
            return None

    def wait(self, seconds: float) -> None:
        """Waits for a change and those that come right after it."""
        if self._feed is None:
            time.sleep(min(seconds, RETRY_SECONDS))
            return
        try:
            found, _, _ = self._feed.next(seconds)
            end = time.monotonic() + GATHER_SECONDS
            while found and end - time.monotonic() > LEAST_SECONDS:
                found, _, _ = self._feed.next(max(end - time.monotonic(), LEAST_SECONDS))
        except (FarmError, FarmUnreachableError):
            # Looking at the job shows whether the controller is away, or only this connection is.
            self.close()

    def close(self) -> None:
        """Ends the listening."""
        feed, self._feed = self._feed, None
        if feed is not None:
            feed.close()

    def _listen(self) -> None:
        if self._feed is not None or not self._has_feeds:
            return
        self._feed = self._transport.feed(self._job, None)
        try:
            self._feed.next(LOOK_SECONDS)
        except FarmError:
            # A controller without live changes, or without such a job: looking at it shows which.
            self._has_feeds = False
            self.close()
