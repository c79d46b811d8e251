"""Submits a scene and watches its job, without Blender's own modules, in a thread beside Blender."""

import os
import threading

import renderacre

TEMPLATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "render.yaml")


def make_job(name, scene, frames, chunk_size, output, priority):
    """Returns the submission of a scene.

    :param name: the job's name
    :param scene: the scene file's path
    :param frames: like 1-10 or 1-9:2
    :param chunk_size: how many frames a task renders
    :param output: the folder that the frames go to
    :param priority: higher goes first
    :raises renderacre.TemplateError: the frames, or another value, are none
    """
    with open(TEMPLATE, encoding="utf-8") as file:
        template = file.read()
    parameters = {
        "JobName": name, "SceneFile": scene, "OutputDir": output, "Frames": frames, "ChunkSize": chunk_size,
    }
    renderacre.summarize_template(template, parameters)
    return renderacre.openjd_job(name, template, parameters=parameters, priority=priority)


class Watch:
    """A submitted job, followed until it has ended."""

    def __init__(self, controller, job_text):
        """
        :raises renderacre.FarmError, renderacre.FarmUnreachableError: the job was not taken
        """
        self._farm = renderacre.Client(controller)
        self.job = self._farm.submit(job_text)
        self.problem = None
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    @property
    def is_running(self):
        """Whether the job goes on and is followed."""
        return self._thread.is_alive()

    @property
    def text(self):
        """How the job stands, in a line."""
        if self.problem is not None:
            return self.problem
        return "{}: {:.0%} of {} tasks".format(self.job.state, self.job.progress, self.job.tasks_total)

    def cancel(self):
        """Cancels the job."""
        self.job = self._farm.cancel(self.job)

    def join(self, timeout=None):
        """Waits until the job has ended."""
        self._thread.join(timeout)

    def _follow(self):
        try:
            self.job = self._farm.wait(self.job, progress=self._show)
        except RuntimeError as problem:
            self.problem = str(problem)

    def _show(self, job):
        self.job = job
