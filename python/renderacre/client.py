"""A farm's controller."""

from __future__ import annotations

import getpass
import os
from types import TracebackType
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Sequence, Type, Union
from urllib.parse import quote, urlencode

from renderacre._logs import follow_log, read_log
from renderacre._refs import JobDependency, JobRef, TaskRef, WorkerRef, dependencies_of, id_of
from renderacre._transport import MOMENT_SECONDS, Transport
from renderacre._waiting import wait_for_end
from renderacre.errors import FarmError
from renderacre.jobs import DEFAULT_TIMEOUT
from renderacre.records import Artifact, Attempt, Change, Job, Limit, LogEntry, Task, Worker

__all__ = ["Client"]

NOT_FOUND = 404


class Client:
    """A farm's controller, to be asked from any thread; a context manager.

    Every method raises :class:`FarmError` where the controller refuses and :class:`FarmUnreachableError` where no
    answer comes in time; both are RuntimeErrors. Jobs and tasks are given as objects or as ids. Other threads go on
    while one waits, and Ctrl-C ends the wait. After a fork a client opens a connection of its own in the child.
    """

    def __init__(self, url: str, token: Optional[str] = None, timeout: float = DEFAULT_TIMEOUT) -> None:
        """
        :param url: the controller's address, such as ``http://127.0.0.1:7878``
        :param token: what proves who asks, where the controller wants it
        :param timeout: seconds to wait for an answer, and between two pieces of a long one
        :raises ValueError: the address, the token or the time is none
        """
        self.url = url
        self._transport = Transport(url, token, timeout)

    def close(self) -> None:
        """Closes the connections; harmless when repeated."""
        self._transport.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return "Client({!r})".format(self.url)

    def submit(self, job: Union[str, Mapping[str, Any]]) -> Job:
        """Submits a job: the text of :func:`command_job` and its like, or the same as a dict.

        :raises ValueError: it is no submission; the message has the field
        """
        body = job if isinstance(job, str) else dict(job)
        return self._job("POST", "/v1/jobs", body)

    def get(self, job: JobRef) -> Job:
        """Returns a job as it is now."""
        return self._job("GET", _job_path(job))

    def list(self, **conditions: Union[str, bool]) -> List[Job]:
        """Returns the jobs, highest priority first, then newest first.

        :param conditions: all of which have to hold: ``state``, ``owner``, ``project``, ``queue``, ``tag``, ``text``,
            ``age`` and ``older`` (``90m``, ``12h``, ``7d``), ``archived`` (true, or all)
        """
        query = urlencode({name: _word(value) for name, value in conditions.items()})
        return [Job(one) for one in self._transport.request_list("/v1/jobs", query)]

    def wait(
        self,
        job: JobRef,
        timeout: Optional[float] = None,
        progress: Optional[Callable[[Job], object]] = None,
    ) -> Job:
        """Waits until a job has ended, however it ends.

        A controller that cannot be reached for a while is asked again; its changes tell when to look.

        :param timeout: seconds to wait at most; None for any time
        :param progress: called with the job whenever its tasks or its state have changed, and first at once; what it
            raises ends the wait
        :returns: the job, succeeded, failed or cancelled
        :raises WaitTimeoutError: it has not ended in time (a TimeoutError); the job goes on
        """
        ident = id_of(job)
        return wait_for_end(self._transport, ident, lambda: self.get(ident), timeout, progress)

    def pause(self, job: JobRef) -> Job:
        """Holds a job back: what runs goes on, nothing new starts."""
        return self._job("POST", _job_path(job) + "/pause")

    def resume(self, job: JobRef) -> Job:
        """Lets a paused job go on."""
        return self._job("POST", _job_path(job) + "/resume")

    def pause_step(self, job: JobRef, step: str) -> Job:
        """Holds all tasks of a step back: what runs goes on."""
        return self._job("POST", _job_path(job) + "/steps/" + quote(step, safe="") + "/pause")

    def resume_step(self, job: JobRef, step: str) -> Job:
        """Lets all tasks of a step go on."""
        return self._job("POST", _job_path(job) + "/steps/" + quote(step, safe="") + "/resume")

    def cancel(self, job: JobRef) -> Job:
        """Cancels a job: what runs is stopped, nothing new starts."""
        return self._job("POST", _job_path(job) + "/cancel")

    def requeue(
        self, job: JobRef, failed: bool = True, cancelled: bool = False, succeeded: bool = False,
        step: Optional[str] = None,
    ) -> Job:
        """Takes tasks of a job back to pending, as if they had never been tried.

        :param failed: whether those that have failed are
        :param cancelled: whether those that were cancelled are
        :param succeeded: whether those that have succeeded are; what waits for them, and has not started, waits again
        :param step: the only step that is meant; all by default
        """
        return self._job("POST", _job_path(job) + "/requeue", {
            "failed": failed, "cancelled": cancelled, "succeeded": succeeded, "step": step})

    def resubmit_failed(self, job: JobRef) -> Job:
        """Submits a copy of a job that has ended, in which what had succeeded counts as succeeded already."""
        return self.clone(job, failed=True)

    def clone(
        self, job: JobRef, *, failed: Optional[bool] = None, name: Optional[str] = None,
        priority: Optional[int] = None, max_retries: Optional[int] = None, tags: Optional[Sequence[str]] = None,
        comment: Optional[str] = None, policy: Optional[Mapping[str, Any]] = None,
        frame_orders: Optional[Sequence[Mapping[str, Any]]] = None,
        frames: Optional[Sequence[Mapping[str, Any]]] = None,
        steps: Optional[Mapping[str, Mapping[str, Any]]] = None, parameters: Optional[Mapping[str, Any]] = None,
        add_depends_on_jobs: Optional[Sequence[JobDependency]] = None,
    ) -> Job:
        """Submits a copy of a job, which waits for no other by itself; what is not given is as in the job.

        :param failed: whether only what did not succeed is run: what had succeeded counts as succeeded already
        :returns: the copy

        All else is as in :meth:`edit`.
        """
        return self._job("POST", _job_path(job) + "/clone", _changes({
            "failed": failed, "name": name, "priority": priority, "max_retries": max_retries, "tags": tags,
            "comment": comment, "policy": policy, "frame_orders": frame_orders, "frames": frames, "steps": steps,
            "parameters": parameters, "add_depends_on_jobs": dependencies_of(add_depends_on_jobs)}))

    def edit(
        self, job: JobRef, *, name: Optional[str] = None, priority: Optional[int] = None,
        max_retries: Optional[int] = None, tags: Optional[Sequence[str]] = None, comment: Optional[str] = None,
        policy: Optional[Mapping[str, Any]] = None, frame_orders: Optional[Sequence[Mapping[str, Any]]] = None,
        frames: Optional[Sequence[Mapping[str, Any]]] = None,
        steps: Optional[Mapping[str, Mapping[str, Any]]] = None, parameters: Optional[Mapping[str, Any]] = None,
        add_depends_on_jobs: Optional[Sequence[JobDependency]] = None,
        drop_depends_on_jobs: Optional[Sequence[JobRef]] = None,
    ) -> Job:
        """Changes what a job was submitted with, also while it runs; what is not given stays as it is.

        docs/scheduling.md tells what each of them means.

        :param priority: higher goes first
        :param max_retries: failures that a task may spend, for tasks that do not say their own
        :param tags: in place of those that it has
        :param comment: a remark; an empty one takes it away
        :param policy: in place of the job's; where it says nothing, the queue's holds
        :param frame_orders: in place of those that it has, as ``[{"order": "reverse"}]``
        :param frames: other frames for steps, as ``[{"range": "1-120,130"}]``
        :param steps: what is different in steps, by name: ``requirements``, ``limits``, ``ranges``,
            ``default_task_count``, ``target_runtime_seconds``
        :param parameters: other values of job parameters, by name
        :param add_depends_on_jobs: jobs, or their ids, that it waits for as well
        :param drop_depends_on_jobs: jobs, or their ids, that it waits for no longer
        """
        dropped = None if drop_depends_on_jobs is None else [id_of(each) for each in drop_depends_on_jobs]
        return self._job("POST", _job_path(job) + "/edit", _changes({
            "name": name, "priority": priority, "max_retries": max_retries, "tags": tags, "comment": comment,
            "policy": policy, "frame_orders": frame_orders, "frames": frames, "steps": steps,
            "parameters": parameters, "add_depends_on_jobs": dependencies_of(add_depends_on_jobs),
            "drop_depends_on_jobs": dropped}))

    def archive(self, job: JobRef, archived: bool = True) -> Job:
        """Puts a job that has ended away, so that lists leave it out, or takes it back."""
        return self._job("POST", _job_path(job) + ("/archive" if archived else "/unarchive"))

    def delete(self, job: JobRef) -> None:
        """Deletes a job that has ended, with its logs."""
        self._transport.request("DELETE", _job_path(job))

    def priority(self, job: JobRef, priority: int) -> Job:
        """Gives a job another priority; higher goes first."""
        return self._job("POST", _job_path(job) + "/priority", {"priority": priority})

    def tasks(self, job: JobRef, state: Optional[str] = None) -> Iterator[Task]:
        """Yields all tasks of a job, or those in a state, in order, asking for page after page."""
        path = _job_path(job) + "/tasks"
        after: Optional[str] = None
        while True:
            query = urlencode({name: text for name, text in (("state", state), ("after", after)) if text})
            page = self._transport.as_object(
                self._transport.request("GET", path + ("?" + query if query else "")), path)
            for one in self._transport.as_objects(page.get("tasks"), path):
                yield Task(one)
            after = page.get("next")
            if not after:
                return

    def task(self, task: TaskRef) -> Task:
        """Returns a task as it is now."""
        return self._task("GET", _task_path(task))

    def pause_task(self, task: TaskRef) -> Task:
        """Holds a task back; one that runs goes on."""
        return self._task("POST", _task_path(task) + "/pause")

    def resume_task(self, task: TaskRef) -> Task:
        """Lets a paused task go on."""
        return self._task("POST", _task_path(task) + "/resume")

    def cancel_task(self, task: TaskRef) -> Task:
        """Cancels a task."""
        return self._task("POST", _task_path(task) + "/cancel")

    def requeue_task(self, task: TaskRef, succeeded: bool = False) -> Task:
        """Takes a pending, failed or cancelled task back to pending, as if it had never been tried.

        :param succeeded: whether it is even where it has succeeded
        """
        return self._task("POST", _task_path(task) + "/requeue" + ("?succeeded=true" if succeeded else ""))

    def logs(
        self,
        task: TaskRef,
        attempt: Union[None, str, Attempt] = None,
        follow: bool = True,
        timeout: Optional[float] = None,
    ) -> Iterator[str]:
        """Yields the lines that a task writes, standard output and error together, without their ends.

        :param attempt: which attempt's; by default those of all from the first on
        :param follow: whether to go on as lines come, until the task has ended; else what is there now
        :param timeout: seconds to follow at most, after which the iteration raises WaitTimeoutError
        """
        ident = id_of(task)
        wanted = attempt.id if isinstance(attempt, Attempt) else attempt
        if follow:
            return follow_log(self._transport, lambda: self.task(ident), wanted, timeout)
        return read_log(self._transport, self.task(ident), wanted)

    def artifacts(self, job: Union[JobRef, Task]) -> List[Artifact]:
        """Returns the files that a job's tasks have made, or those of a task given as an object."""
        if isinstance(job, Task):
            return self.task(job).artifacts
        return [artifact for task in self.tasks(job) for artifact in task.artifacts]

    def download(self, artifact: Artifact, path: Union[str, os.PathLike[str]]) -> str:
        """Copies an artifact from the controller, where it serves it; see its ``--artifact-root``.

        :param path: where to: a file, or a folder that is there
        :returns: the file's path
        :raises OSError: the file cannot be written
        """
        target = os.fspath(path)
        if os.path.isdir(target):
            target = os.path.join(target, os.path.basename(artifact.name))
        self._transport.download(artifact.task_id, artifact.index, target)
        return target

    def workers(self) -> List[Worker]:
        """Returns the workers by name."""
        return [Worker(one) for one in self._transport.request_list("/v1/workers")]

    def worker(self, worker: WorkerRef) -> Worker:
        """Returns a worker as it is now."""
        return self._worker("GET", worker)

    def drain(self, worker: WorkerRef, now: bool = False, reason: Optional[str] = None) -> Worker:
        """Takes a worker out of service: it gets nothing new.

        :param now: whether what runs there is given to others, with no retry spent; else it ends
        :param reason: why, for those who ask
        """
        return self._worker("POST", worker, "/drain", {"now": now, "by": _user(), "reason": reason})

    def disable(self, worker: WorkerRef, reason: Optional[str] = None) -> Worker:
        """Takes a worker out of service at once: what runs there is given to others."""
        return self._worker("POST", worker, "/disable", {"by": _user(), "reason": reason})

    def enable(self, worker: WorkerRef, reason: Optional[str] = None) -> Worker:
        """Puts a worker back into service, a sick one too."""
        return self._worker("POST", worker, "/enable", {"by": _user(), "reason": reason})

    def note(self, worker: WorkerRef, text: str) -> Worker:
        """Writes a note about a worker."""
        return self._worker("POST", worker, "/notes", {"text": text, "author": _user()})

    def limits(self) -> List[Limit]:
        """Returns the limits by name."""
        return [Limit(one) for one in self._transport.request_list("/v1/limits")]

    def define_limit(
        self, name: str, max_count: int, counted_per: Optional[str] = None, headroom: Optional[int] = None,
        source: Optional[Mapping[str, object]] = None,
    ) -> Limit:
        """Defines a limit, or changes it; what is None stays as it is.

        :param counted_per: what takes a seat: ``session`` (of a new limit), ``task`` or ``host``
        :param headroom: how many are kept free
        :param source: who tells how many are used elsewhere: ``hook`` or ``url``, ``interval_seconds``,
            ``counts_farm``; an empty one takes it away
        """
        path = "/v1/limits"
        answer = self._transport.request("POST", path, {
            "name": name, "max_count": max_count, "counted_per": counted_per, "headroom": headroom,
            "source": None if source is None else dict(source)})
        return Limit(self._transport.as_object(answer, path))

    def reopen_limit(self, name: str) -> Limit:
        """Opens a limit that a failure for want of a licence has shut."""
        path = "/v1/limits/" + quote(name, safe="") + "/reopen"
        return Limit(self._transport.as_object(self._transport.request("POST", path), path))

    def delete_limit(self, name: str) -> None:
        """Deletes a limit that no queue names, nor a job that has not ended."""
        self._transport.request("DELETE", "/v1/limits/" + quote(name, safe=""))

    def farm_logs(self) -> List[LogEntry]:
        """Returns the newest entries of the farm's log, oldest of them first."""
        path = "/v1/logs"
        return [LogEntry(one) for one in self._transport.as_objects(self._transport.request("GET", path), path)]

    def stats(self) -> Dict[str, int]:
        """Returns counts over the whole farm."""
        path = "/v1/stats"
        return self._transport.as_object(self._transport.request("GET", path), path)

    def explain(self, what: Union[JobRef, TaskRef]) -> Dict[str, Any]:
        """Tells why a task or a job runs or waits, as the controller explains it.

        :param what: a task or a job; of an id it is found out which
        :raises FarmError: there is neither, or the controller is too old to explain
        """
        if isinstance(what, Job):
            return self._explain(_job_path(what))
        if isinstance(what, Task) or self._is_there(_task_path(what)):
            return self._explain(_task_path(what))
        return self._explain(_job_path(what))

    def events(self, job: Optional[JobRef] = None, after: Optional[int] = None) -> Iterator[Change]:
        """Yields what changes in the farm, as it changes, without end.

        :param job: the job whose changes are wanted; all by default
        :param after: the ``revision`` of a change to go on after; what changes from now on by default
        :raises FarmUnreachableError: the connection broke; go on after the last change's revision
        """
        feed = self._transport.feed(None if job is None else id_of(job), after)
        try:
            while True:
                _, _, change = feed.next(MOMENT_SECONDS)
                if change is not None:
                    yield Change(change)
        finally:
            feed.close()

    def _job(self, method: str, path: str, body: object = None) -> Job:
        return Job(self._transport.as_object(self._transport.request(method, path, body), path))

    def _task(self, method: str, path: str) -> Task:
        return Task(self._transport.as_object(self._transport.request(method, path), path))

    def _worker(self, method: str, worker: WorkerRef, what: str = "", body: object = None) -> Worker:
        path = "/v1/workers/" + id_of(worker) + what
        return Worker(self._transport.as_object(self._transport.request(method, path, body), path))

    def _is_there(self, path: str) -> bool:
        try:
            self._transport.request("GET", path)
            return True
        except FarmError as refusal:
            if refusal.status != NOT_FOUND:
                raise
            return False

    def _explain(self, path: str) -> Dict[str, Any]:
        try:
            return self._transport.as_object(self._transport.request("GET", path + "/explain"), path + "/explain")
        except FarmError as refusal:
            if refusal.status != NOT_FOUND or not self._is_there(path):
                raise
            raise FarmError(
                "the controller at {} cannot explain: it is older than this package".format(self.url),
                NOT_FOUND) from refusal


def _job_path(job: Union[JobRef, TaskRef]) -> str:
    return "/v1/jobs/" + id_of(job)


def _changes(changes: Mapping[str, Any]) -> Dict[str, Any]:
    return {name: value for name, value in changes.items() if value is not None}


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):
        return "somebody"  # A container's user may have no name.


def _task_path(task: Union[JobRef, TaskRef]) -> str:
    return "/v1/tasks/" + id_of(task)


def _word(value: Union[str, bool]) -> str:
    return str(value).lower() if isinstance(value, bool) else value
