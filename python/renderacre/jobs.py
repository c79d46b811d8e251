"""Submissions: what a controller is asked to run, as JSON text."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from typing import Any, Dict, Mapping, Optional, Sequence

from renderacre._library import native
from renderacre._refs import HookRef, JobDependency, dependencies_of, dicts_of, hooks_of

__all__ = ["command_job", "openjd_job", "submit_job", "task", "tasks_job"]

DEFAULT_TIMEOUT = 30.0
"""Seconds that a request waits for its answer unless told otherwise."""


def task(
    name: str,
    executable: str,
    args: Optional[Sequence[str]] = None,
    *,
    dependencies: Optional[Sequence[str]] = None,
    env: Optional[Mapping[str, str]] = None,
    working_dir: Optional[str] = None,
    timeout: Optional[int] = None,
    requirements: Optional[Mapping[str, Any]] = None,
    pools: Optional[Sequence[str]] = None,
    limits: Optional[Sequence[str]] = None,
    max_retries: Optional[int] = None,
    artifact_paths: Optional[Sequence[str]] = None,
    output_checks: Optional[Sequence[Mapping[str, Any]]] = None,
) -> Dict[str, Any]:
    """Describes a task for :func:`tasks_job`.

    :param name: the task's name, unique in its job
    :param executable: the program: a path, or a name that the worker looks up; no shell
    :param args: its arguments
    :param dependencies: names of tasks of the same job that must have succeeded before
    :param env: variables set beside the worker's own
    :param working_dir: where it runs; a folder of its own by default
    :param timeout: whole seconds after which it is stopped
    :param requirements: ``labels``, ``pools``, ``amounts``, ``attributes`` that a worker must have
    :param pools: pools, any one of which the worker must be in
    :param limits: names of farm-wide limits that it takes one of each
    :param max_retries: failures it may spend; the job's where not given
    :param output_checks: files that it must have made, dicts of ``path`` and ``bytes_min``
    :param artifact_paths: files and folders whose changed files are artifacts
    :returns: what :func:`tasks_job` wants; it is checked there
    """
    described: Dict[str, Any] = {"name": name, "executable": executable, "args": args}
    given = (
        ("dependencies", dependencies), ("env", env), ("working_dir", working_dir), ("timeout", timeout),
        ("requirements", requirements), ("pools", pools), ("limits", limits), ("max_retries", max_retries),
        ("artifact_paths", artifact_paths),
        ("output_checks", dicts_of(output_checks)),
    )
    for key, value in given:
        if value is not None:
            described[key] = dict(value) if isinstance(value, MappingType) else value
    return described


def command_job(
    name: str,
    executable: str,
    args: Optional[Sequence[str]] = None,
    *,
    priority: int = 0,
    max_retries: int = 0,
    env: Optional[Mapping[str, str]] = None,
    working_dir: Optional[str] = None,
    timeout: Optional[int] = None,
    requirements: Optional[Mapping[str, Any]] = None,
    pools: Optional[Sequence[str]] = None,
    limits: Optional[Sequence[str]] = None,
    artifact_paths: Optional[Sequence[str]] = None,
    output_checks: Optional[Sequence[Mapping[str, Any]]] = None,
    tasks: Sequence[Dict[str, Any]] = (),
    owner: Optional[str] = None,
    project: Optional[str] = None,
    queue: Optional[str] = None,
    tags: Optional[Sequence[str]] = None,
    comment: Optional[str] = None,
    storage_profile: Optional[str] = None,
    policy: Optional[Mapping[str, Any]] = None,
    hooks: Optional[Sequence[HookRef]] = None,
    depends_on_jobs: Optional[Sequence[JobDependency]] = None,
    frame_orders: Optional[Sequence[Mapping[str, Any]]] = None,
) -> str:
    """Makes the submission of a command: a job with a task named ``main``.

    ``tasks`` are more tasks of the job, made with :func:`task`, which may depend on ``main``; the others describe
    ``main`` as in :func:`task`, or the job as in :func:`tasks_job`.

    :returns: the submission as JSON, for :func:`submit_job` and :meth:`Client.submit`
    :raises TypeError: an argument is of a type that is not taken
    :raises ValueError: a value is out of its bounds, or a text has lone surrogates
    """
    main = task(
        "main", executable, args, env=env, working_dir=working_dir, timeout=timeout, requirements=requirements,
        pools=pools, limits=limits, artifact_paths=artifact_paths, output_checks=output_checks)
    return tasks_job(
        name, [main] + list(tasks) if tasks else [main], priority=priority, max_retries=max_retries, owner=owner,
        project=project, queue=queue, tags=tags, comment=comment, storage_profile=storage_profile, policy=policy,
        hooks=hooks, depends_on_jobs=depends_on_jobs, frame_orders=frame_orders)


def tasks_job(
    name: str,
    tasks: Sequence[Dict[str, Any]],
    *,
    priority: int = 0,
    max_retries: int = 0,
    owner: Optional[str] = None,
    project: Optional[str] = None,
    queue: Optional[str] = None,
    tags: Optional[Sequence[str]] = None,
    comment: Optional[str] = None,
    storage_profile: Optional[str] = None,
    policy: Optional[Mapping[str, Any]] = None,
    hooks: Optional[Sequence[HookRef]] = None,
    depends_on_jobs: Optional[Sequence[JobDependency]] = None,
    frame_orders: Optional[Sequence[Mapping[str, Any]]] = None,
) -> str:
    """Makes the submission of several tasks, each made with :func:`task`.

    :param name: the job's name
    :param tasks: the tasks; each runs when those it depends on have succeeded
    :param priority: higher goes first
    :param max_retries: failures that each task may spend
    :param owner: who the job belongs to
    :param project: the project that it counts for
    :param queue: the queue that it waits in
    :param tags: free words to find it by
    :param comment: a remark for people
    :param storage_profile: the storage profile of this machine, where the job's paths are to be mapped
    :param policy: how the job wants to be treated: ``max_running``, ``failed_max``, ``run_time_max``, ``output_rules``,
        ``steps`` and the like, as docs/scheduling.md has them
    :param hooks: whom it tells of its end: names of hooks, addresses, or dicts of ``hook`` or ``url`` and ``on``
    :param depends_on_jobs: jobs that it waits for: jobs, their ids, or dicts of ``job`` and ``when``
    :param frame_orders: in which order tasks are given out: dicts of ``order`` (``reverse``, ``every``, ``middle_out``,
        ``first`` …), ``step``, ``every``, ``frames`` and ``parameter``
    :returns: the submission as JSON
    :raises TypeError: an argument is of a type that is not taken
    :raises ValueError: a value is out of its bounds, or a text has lone surrogates
    """
    options = {
        "priority": priority, "max_retries": max_retries, "owner": owner, "project": project, "queue": queue,
        "tags": tags, "comment": comment, "storage_profile": storage_profile,
        "policy": None if policy is None else dict(policy), "hooks": hooks_of(hooks),
        "depends_on_jobs": dependencies_of(depends_on_jobs), "frame_orders": dicts_of(frame_orders),
    }
    text: str = native().direct_job(name, tasks, options)
    return text


def openjd_job(
    name: str,
    template_yaml: str,
    parameters_json: Optional[str] = None,
    *,
    parameters: Optional[Mapping[str, Any]] = None,
    priority: int = 0,
    max_retries: int = 0,
    extensions: Optional[Sequence[str]] = None,
    path_mapping_rules: Optional[Sequence[Mapping[str, str]]] = None,
    environment_templates: Optional[Sequence[str]] = None,
    asset_root: Optional[str] = None,
    template_dir: Optional[str] = None,
    current_working_dir: Optional[str] = None,
    owner: Optional[str] = None,
    project: Optional[str] = None,
    queue: Optional[str] = None,
    tags: Optional[Sequence[str]] = None,
    comment: Optional[str] = None,
    storage_profile: Optional[str] = None,
    policy: Optional[Mapping[str, Any]] = None,
    hooks: Optional[Sequence[HookRef]] = None,
    depends_on_jobs: Optional[Sequence[JobDependency]] = None,
    frame_orders: Optional[Sequence[Mapping[str, Any]]] = None,
    frame_dependencies: Optional[Sequence[Mapping[str, str]]] = None,
) -> str:
    """Makes the submission of an Open Job Description template, which is not looked at here: see
    :func:`check_template`.

    :param name: the job's name
    :param template_yaml: the template's text, YAML or JSON
    :param parameters_json: values of job parameters, as the text of a JSON object
    :param parameters: the same as a dict; one of the two
    :param extensions: extensions that may be used; all by default
    :param path_mapping_rules: dicts of ``source_path_format`` (POSIX, WINDOWS or URI), ``source_path`` and
        ``destination_path``
    :param environment_templates: texts of environment templates around the job's environments, the outermost first
    :param asset_root: the folder that the tasks of the original worker start in
    :param template_dir: the folder that relative PATH defaults are joined to
    :param current_working_dir: the folder that relative PATH values are joined to
    :param frame_dependencies: dicts of ``step`` and ``on``: dependencies of steps that go frame by frame
    :returns: the submission as JSON; the other arguments are those of :func:`tasks_job`
    :raises TypeError: an argument is of a type that is not taken
    :raises ValueError: ``parameters_json`` is no JSON object, or a value is out of its bounds
    """
    options = {
        "priority": priority, "max_retries": max_retries, "owner": owner, "project": project, "queue": queue,
        "tags": tags, "comment": comment, "storage_profile": storage_profile,
        "policy": None if policy is None else dict(policy), "hooks": hooks_of(hooks),
        "depends_on_jobs": dependencies_of(depends_on_jobs), "frame_orders": dicts_of(frame_orders),
        "frame_dependencies": dicts_of(frame_dependencies), "extensions": extensions, "asset_root": asset_root,
        "template_dir": template_dir, "current_working_dir": current_working_dir,
        "environment_templates": environment_templates,
        "parameters": None if parameters is None else dict(parameters),
        "path_mapping_rules": dicts_of(path_mapping_rules),
    }
    text: str = native().openjd_job(name, template_yaml, parameters_json, options)
    return text


def submit_job(
    controller_url: str, job_json: str, *, token: Optional[str] = None, timeout: float = DEFAULT_TIMEOUT
) -> str:
    """Submits a job; other threads go on meanwhile.

    :param controller_url: the controller's address, such as ``http://127.0.0.1:7878``
    :param job_json: the submission; it is sent as it is
    :param token: what proves who asks, where the controller wants it
    :param timeout: seconds to wait for the answer
    :returns: the job as the controller answers it, JSON text; see :class:`Client` for objects
    :raises ValueError: ``job_json`` is no submission; the message has the field, line and column
    :raises FarmError: the controller refused (a RuntimeError)
    :raises FarmUnreachableError: no answer came (a RuntimeError)
    """
    answer: str = native().submit_job(controller_url, job_json, token, timeout)
    return answer
