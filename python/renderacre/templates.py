"""Open Job Description templates, checked and made into jobs in this process: no controller is asked."""

from __future__ import annotations

import os
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence

from renderacre._library import native
from renderacre.errors import TemplateFault

__all__ = ["JobSummary", "StepSummary", "check_template", "create_job", "summarize_template"]


class Parameter(NamedTuple):
    """A parameter of a job, with its value, or of a step's tasks, without one."""

    name: str
    type: str
    value: Optional[str] = None


class StepSummary(NamedTuple):
    """What a step comes to."""

    name: str
    description: Optional[str]
    tasks: int
    """How many tasks, the items of chunks counted."""

    chunks: int
    """How many tasks, a chunk of the default size counted as one."""

    parameters: List[Parameter]
    environments: List[str]
    dependencies: List[str]


class JobSummary(NamedTuple):
    """What a template makes of its parameters."""

    name: str
    description: Optional[str]
    extensions: List[str]
    parameters: List[Parameter]
    environments: List[str]
    steps: List[StepSummary]
    tasks_total: int


def check_template(template: str, *, extensions: Optional[Sequence[str]] = None) -> List[TemplateFault]:
    """Finds all that is wrong with a job or environment template.

    :param template: its text, YAML or JSON
    :param extensions: extensions that it may ask for; all by default
    :returns: the faults with path, line, column and message; none for a valid template
    """
    return [TemplateFault(*fault) for fault in native().check_template(template, extensions)]


def summarize_template(
    template: str,
    parameters: Optional[Mapping[str, Any]] = None,
    *,
    extensions: Optional[Sequence[str]] = None,
    environment_templates: Optional[Sequence[str]] = None,
    template_dir: Optional[str] = None,
    current_working_dir: Optional[str] = None,
) -> JobSummary:
    """Tells what a job template makes of values for its parameters; the arguments are those of :func:`create_job`.

    :raises TemplateError: the template or a value is wrong; it has all faults
    """
    here = os.getcwd()
    found = native().summarize_template(
        template, None if parameters is None else dict(parameters), extensions, environment_templates,
        template_dir or here, current_working_dir or here)
    return JobSummary(**dict(
        found,
        parameters=[Parameter(**one) for one in found["parameters"]],
        steps=[
            StepSummary(**dict(one, parameters=[Parameter(**its) for its in one["parameters"]]))
            for one in found["steps"]
        ]))


def create_job(
    template: str,
    parameters: Optional[Mapping[str, Any]] = None,
    *,
    extensions: Optional[Sequence[str]] = None,
    environment_templates: Optional[Sequence[str]] = None,
    template_dir: Optional[str] = None,
    current_working_dir: Optional[str] = None,
) -> Dict[str, Any]:
    """Makes a job of a job template: all that can be resolved without a host is.

    :param template: its text, YAML or JSON
    :param parameters: values of job parameters by name
    :param extensions: extensions that it may ask for; all by default
    :param environment_templates: texts of environment templates around the job's environments, the outermost first
    :param template_dir: the folder that relative PATH defaults are joined to; the current one by default
    :param current_working_dir: the folder that relative PATH values are joined to; the current one by default
    :returns: the job: ``name``, ``parameters``, ``environments``, ``steps`` …
    :raises TemplateError: the template or a value is wrong; it has all faults
    """
    here = os.getcwd()
    document = native().create_job(
        template, None if parameters is None else dict(parameters), extensions, environment_templates,
        template_dir or here, current_working_dir or here)
    job: Dict[str, Any] = document["job"]
    return job
