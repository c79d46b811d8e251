"""Jobs, tasks and workers as they are given to functions: as objects, or by their ids."""

from __future__ import annotations

import uuid
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from renderacre.records import Job, Task, Worker

JobRef = Union[str, uuid.UUID, Job]
TaskRef = Union[str, uuid.UUID, Task]
WorkerRef = Union[str, uuid.UUID, Worker]

JobDependency = Union[JobRef, Mapping[str, Any]]
"""A job to wait for, or a dict of ``job`` and ``when``."""

HookRef = Union[str, Mapping[str, Any]]
"""A hook's name, an address, or a dict of ``hook`` or ``url`` and ``on``."""


def id_of(item: Union[str, uuid.UUID, Job, Task, Worker]) -> str:
    """Returns the id of what is given.

    :raises TypeError: it is neither an object that has one nor an id
    :raises ValueError: it is a text that is no id
    """
    given = item.id if isinstance(item, (Job, Task, Worker)) else item
    if not isinstance(given, (str, uuid.UUID)):
        raise TypeError("an id, a Job, a Task or a Worker is wanted, not {}".format(type(given).__name__))
    try:
        return str(uuid.UUID(str(given)))
    except ValueError:
        raise ValueError("{!r} is no id".format(given)) from None


def dependencies_of(jobs: Optional[Sequence[JobDependency]]) -> Optional[List[Dict[str, Any]]]:
    """Returns what a submission says of the jobs that it waits for."""
    return None if jobs is None else [_dependency(job) for job in jobs]


def hooks_of(hooks: Optional[Sequence[HookRef]]) -> Optional[List[Dict[str, Any]]]:
    """Returns what a submission says of its hooks."""
    return None if hooks is None else [_hook(hook) for hook in hooks]


def dicts_of(items: Optional[Sequence[Mapping[str, Any]]]) -> Optional[List[Dict[str, Any]]]:
    """Returns mappings of any kind as dicts."""
    return None if items is None else [dict(item) for item in items]


def _dependency(job: JobDependency) -> Dict[str, Any]:
    if not isinstance(job, Mapping):
        return {"job": id_of(job)}
    return {name: id_of(value) if name == "job" else value for name, value in job.items()}


def _hook(hook: HookRef) -> Dict[str, Any]:
    if isinstance(hook, str):
        # No hook's name has a colon and two slashes in it.
        return {"url": hook} if "://" in hook else {"hook": hook}
    return dict(hook)
