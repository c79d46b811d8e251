"""What a controller answers, as objects.

Each record has the fields that matter as attributes, and all of them, those of newer controllers too, by name:
``job["owner"]``, ``"owner" in job``, ``job.to_dict()``.
"""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Optional

__all__ = ["Artifact", "Attempt", "Change", "Job", "Limit", "LogEntry", "Task", "Worker"]

JOB_ENDED = frozenset(["succeeded", "failed", "cancelled"])
TASK_ENDED = frozenset(["succeeded", "failed", "cancelled"])


class Record:
    """Something that a controller answered; it does not change."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Dict[str, Any]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Record) and self._fields == other._fields

    def __repr__(self) -> str:
        shown = ("{}={!r}".format(name, self._fields[name]) for name in ("id", "name", "state") if name in self)
        return "{}({})".format(type(self).__name__, ", ".join(shown))

    __hash__ = None  # type: ignore[assignment]  # A record holds lists and dicts.

    def get(self, name: str, default: Any = None) -> Any:
        """Returns a field, or ``default`` where it is not there."""
        return self._fields.get(name, default)

    def to_dict(self) -> Dict[str, Any]:
        """Returns all fields as they came; the dict is the record's own."""
        return self._fields


class Artifact(Record):
    """A file that a task made."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The file's name."""
        return str(self["name"])

    @property
    def path(self) -> str:
        """Where it is, as its worker names it."""
        return str(self["path"])

    @property
    def size_bytes(self) -> int:
        """How long it is."""
        return int(self["size_bytes"])

    @property
    def kind(self) -> str:
        """image, scene, log or file."""
        return str(self["kind"])

    @property
    def task_id(self) -> str:
        """The task that made it."""
        return str(self["task_id"])

    @property
    def index(self) -> int:
        """Its place among those of its task, from 0."""
        return int(self["index"])


class Attempt(Record):
    """One attempt at a task."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return str(self["id"])

    @property
    def number(self) -> int:
        """Counts from 1."""
        return int(self["number"])

    @property
    def state(self) -> str:
        """leased, running, succeeded, failed, cancelled or expired."""
        return str(self["state"])

    @property
    def worker_id(self) -> Optional[str]:
        """The worker that had it."""
        worker = self.get("worker_id")
        return None if worker is None else str(worker)

    @property
    def exit_code(self) -> Optional[int]:
        """Its exit code, or None."""
        code = self.get("exit_code")
        return None if code is None else int(code)

    @property
    def failure_summary(self) -> Optional[str]:
        """What went wrong in a line, or None."""
        summary = self.get("failure_summary")
        return None if summary is None else str(summary)


class Task(Record):
    """A task of a job."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return str(self["id"])

    @property
    def job_id(self) -> str:
        """The job's id."""
        return str(self["job_id"])

    @property
    def name(self) -> str:
        """Its name; of a template's step with parameters ``Step[Name=value]#index``."""
        return str(self["name"])

    @property
    def state(self) -> str:
        """pending, leased, running, succeeded, failed or cancelled."""
        return str(self["state"])

    @property
    def has_ended(self) -> bool:
        """Whether nothing more comes of it unless it is requeued."""
        return self.state in TASK_ENDED

    @property
    def exit_code(self) -> Optional[int]:
        """Exit code of the last attempt that ended, or None."""
        code = self.get("last_exit_code")
        return None if code is None else int(code)

    @property
    def progress(self) -> Optional[float]:
        """How far it is while it runs, 0 to 100, or None where it tells nothing."""
        percent = self.get("progress")
        return None if percent is None else float(percent)

    @property
    def progress_message(self) -> Optional[str]:
        """What it is doing while it runs, or None where it tells nothing."""
        message = self.get("progress_message")
        return None if message is None else str(message)

    @property
    def attempts(self) -> List[Attempt]:
        """The attempts at it, first to last."""
        return [Attempt(one) for one in self.get("attempt_records") or []]

    @property
    def artifacts(self) -> List[Artifact]:
        """Files that the last attempt that ended has made."""
        return [
            Artifact(dict(one, task_id=self.id, index=index)) for index, one in enumerate(self.get("artifacts") or [])
        ]


class Job(Record):
    """A job."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return str(self["id"])

    @property
    def name(self) -> str:
        """Its name."""
        return str(self["name"])

    @property
    def state(self) -> str:
        """queued, running, paused, succeeded, failed or cancelled."""
        return str(self["state"])

    @property
    def has_ended(self) -> bool:
        """Whether nothing more comes of it unless something is requeued."""
        return self.state in JOB_ENDED

    @property
    def priority(self) -> int:
        """Higher goes first."""
        return int(self["priority"])

    @property
    def tasks(self) -> List[Task]:
        """Its tasks; of more than a thousand those that matter most, see :meth:`Client.tasks` for all."""
        return [Task(one) for one in self.get("tasks") or []]

    @property
    def tasks_total(self) -> int:
        """How many tasks it has."""
        return int(self.get("tasks_total", len(self.get("tasks") or [])))

    @property
    def warnings(self) -> List[str]:
        """What it asks for that the farm does not know, in the answer to a submission, a clone or an edit."""
        return [str(one) for one in self.get("warnings") or []]

    @property
    def task_counts(self) -> Dict[str, int]:
        """How many tasks are in each state."""
        return dict(self.get("task_counts") or {})

    @property
    def progress(self) -> float:
        """The part of its tasks that have succeeded, 0 to 1."""
        return self.task_counts.get("succeeded", 0) / self.tasks_total if self.tasks_total else 0.0


class Worker(Record):
    """A worker."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return str(self["id"])

    @property
    def name(self) -> str:
        """Its name."""
        return str(self["name"])

    @property
    def state(self) -> str:
        """online or offline."""
        return str(self["state"])

    @property
    def status(self) -> str:
        """online, offline, draining, disabled, sick, asleep or at_rest; of older controllers the state."""
        return str(self.get("status") or self.state)

    @property
    def rest(self) -> Optional[str]:
        """Why it rests by its own settings, and until when, or None."""
        rest = self.get("rest")
        return None if rest is None else str(rest)

    @property
    def notes(self) -> List[str]:
        """What people have written about it, the oldest first."""
        return [str(note["text"]) for note in self.get("notes") or []]

    @property
    def labels(self) -> Dict[str, str]:
        """What it says of itself."""
        return dict(self.get("labels") or {})


class Limit(Record):
    """How much of something may be held at a time, over the whole farm, such as licences."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Its name."""
        return str(self["name"])

    @property
    def max_count(self) -> int:
        """How many may."""
        return int(self["max_count"])

    @property
    def used(self) -> float:
        """How many are held."""
        return float(self["used"])

    @property
    def available(self) -> float:
        """How many more may be held."""
        return float(self["available"])

    @property
    def elsewhere(self) -> float:
        """How many are used elsewhere, as far as its source told."""
        return float(self.get("elsewhere") or 0)

    @property
    def closed_until(self) -> Optional[str]:
        """Until when it is shut for want of licences, or None."""
        closed = self.get("closed")
        return str(closed["until"]) if isinstance(closed, dict) else None

    @property
    def counted_per(self) -> str:
        """What takes a seat: ``session``, ``task`` or ``host``."""
        return str(self.get("counted_per") or "session")


class LogEntry(Record):
    """An entry of the farm's log."""

    __slots__ = ()

    @property
    def level(self) -> str:
        """debug, info, warn or error."""
        return str(self["level"])

    @property
    def message(self) -> str:
        """The text."""
        return str(self["message"])


class Change(Record):
    """Something that changed in the farm."""

    __slots__ = ()

    @property
    def kind(self) -> str:
        """What happened, such as ``job_submitted`` or ``attempt_ended``."""
        return str(self["kind"])

    @property
    def job_id(self) -> Optional[str]:
        """The job that it is about, or None."""
        job = self.get("job_id")
        return None if job is None else str(job)
