"""Submits jobs to a Renderacre farm, watches and controls them, and checks Open Job Description templates.

    >>> import renderacre
    >>> job = renderacre.command_job("hello", "python", ["-c", "print('hi')"])
    >>> with renderacre.Client("http://127.0.0.1:7878") as farm:
    ...     farm.wait(farm.submit(job)).state
    'succeeded'
"""

from renderacre._version import __version__
from renderacre.client import Client
from renderacre.errors import (
    FarmError,
    FarmUnreachableError,
    ForkError,
    TemplateError,
    TemplateFault,
    WaitTimeoutError,
)
from renderacre.jobs import command_job, openjd_job, submit_job, task, tasks_job
from renderacre.records import Artifact, Attempt, Change, Job, Limit, LogEntry, Task, Worker
from renderacre.templates import JobSummary, StepSummary, check_template, create_job, summarize_template

__all__ = [
    "Artifact", "Attempt", "Change", "Client", "FarmError", "FarmUnreachableError", "ForkError", "Job", "JobSummary",
    "Limit", "LogEntry", "StepSummary", "Task", "TemplateError", "TemplateFault", "WaitTimeoutError", "Worker",
    "__version__", "check_template", "command_job", "create_job", "openjd_job", "submit_job", "summarize_template",
    "task", "tasks_job",
]
