"""One client of the native library, opened when it is first needed and again in a process that was forked."""

from __future__ import annotations

import weakref
from typing import Any, Dict, Iterator, List, Optional, Tuple
from urllib.parse import quote

from renderacre._library import generation, native
from renderacre.errors import FarmError, FarmUnreachableError, ForkError

MOMENT_SECONDS = 60.0
"""How long the feed of changes is listened to before the caller is asked again."""


class Transport:
    """Requests to one controller; for use from several threads."""

    def __init__(self, url: str, token: Optional[str], timeout: float) -> None:
        self._arguments = (url, token, timeout)
        # Opened at once, so that a wrong address or time is told where it was given.
        self._open()

    def close(self) -> None:
        """Ends it; harmless when repeated."""
        self._end()

    def _open(self) -> None:
        self._generation = generation()
        self._handle: int = native().client_open(*self._arguments)
        self._end = weakref.finalize(self, _close, self._handle, self._generation)

    def request(self, method: str, path: str, body: object = None) -> Any:
        """Sends a request and returns the answer as Python objects."""
        return self._request(method, path, body)[0]

    def request_list(self, path: str, query: str = "") -> Iterator[Dict[str, Any]]:
        """Yields the items of a list, asking for page after page."""
        after: Optional[str] = ""
        while after is not None:
            asked = "&".join(part for part in (query, "after=" + quote(after) if after else "") if part)
            items, after = self._request("GET", path + ("?" + asked if asked else ""), None)
            for item in self.as_objects(items, path):
                yield item

    def read_log(self, task: str, attempt: str, offset: int) -> bytes:
        """Returns bytes of an attempt's log from an offset on; none where it is not longer."""
        data: bytes = native().client_read_log(self._client(), task, attempt, offset)
        return data

    def download(self, task: str, index: int, path: str) -> int:
        """Saves an artifact and returns its length in bytes."""
        length: int = native().client_download(self._client(), task, index, path)
        return length

    def as_objects(self, items: Any, path: str) -> List[Dict[str, Any]]:
        """Makes sure that an answer is a list of objects."""
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise self.strange(path, "a list of objects")
        return items

    def as_object(self, item: Any, path: str) -> Dict[str, Any]:
        """Makes sure that an answer is an object."""
        if not isinstance(item, dict):
            raise self.strange(path, "an object")
        return item

    def strange(self, path: str, wanted: str) -> FarmError:
        """Returns the error for an answer of another shape."""
        return FarmError("{}{} answered something else than {}".format(self._arguments[0].rstrip("/"), path, wanted))

    def feed(self, job: Optional[str], after: Optional[int]) -> Feed:
        """Begins to follow changes."""
        return Feed(native().feed_open(self._client(), job, after))

    def _request(self, method: str, path: str, body: object) -> Tuple[Any, Optional[str]]:
        answer: Tuple[Any, Optional[str]] = native().client_request(self._client(), method, path, body)
        return answer

    def _client(self) -> int:
        if not self._end.alive:
            raise ValueError("the client is closed")
        if self._generation != generation():
            self._open()
        return self._handle


def _close(handle: int, opened_in: int) -> None:
    # What a process opened before it was forked is its own to close.
    if opened_in == generation():
        native().client_close(handle)


class Feed:
    """Changes as they come, until the controller ends them."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._generation = generation()

    def next(self, seconds: float) -> Tuple[bool, Optional[int], Optional[Dict[str, Any]]]:
        """Waits for the next moment.

        :returns: whether there was one, the revision to go on after, and the change where it could be read
        :raises FarmUnreachableError: the connection broke, or the controller ended the feed
        """
        if self._generation != generation():
            raise ForkError("this iteration was begun before the process was forked: begin it again here")
        moment = native().feed_next(self._handle, seconds)
        if moment is None:
            return False, None, None
        if moment is False:
            raise FarmUnreachableError("the controller has ended the feed of changes")
        revision, change = moment
        return True, revision, change

    def close(self) -> None:
        """Ends it."""
        if self._generation == generation():
            native().feed_close(self._handle)
