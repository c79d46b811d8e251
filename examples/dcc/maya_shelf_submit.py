"""Renders the open Maya scene on a Renderacre farm. For a shelf button:

    import maya_shelf_submit
    maya_shelf_submit.submit()

The script stands beside maya_render_openjd.yaml and maya_render_task.py, in a folder that the workers reach too.
"""

import os

import renderacre
from maya import cmds

HERE = os.path.dirname(os.path.abspath(__file__))
TEMPLATE = os.path.join(HERE, "maya_render_openjd.yaml")
CONTROLLER = os.environ.get("RFARM_CONTROLLER", "http://127.0.0.1:7878")
TITLE = "Submit to Renderacre"


def submit(mayapy="mayapy"):
    """Asks for the frames and submits the scene.

    :param mayapy: Maya's Python on the workers
    :returns: the job, or None where the artist has changed their mind or something is wrong
    """
    scene = cmds.file(query=True, sceneName=True)
    if not scene or cmds.file(query=True, modified=True):
        return _tell("Save the scene first: the farm renders the file.")
    frames = _ask_frames()
    if not frames:
        return None
    try:
        with renderacre.Client(CONTROLLER) as farm:
            job = farm.submit(make_job(scene, frames, mayapy))
    except (ValueError, RuntimeError) as problem:
        return _tell(str(problem))
    _tell("Submitted as job {}.".format(job.id))
    return job


def make_job(scene, frames, mayapy):
    """Returns the submission of a scene.

    :raises renderacre.TemplateError: the frames are none
    """
    with open(TEMPLATE) as file:
        template = file.read()
    parameters = {
        "MayaExecutable": mayapy, "SceneFile": scene, "Frames": frames,
        "OutputDir": os.path.join(os.path.dirname(scene), "images"),
    }
    renderacre.summarize_template(template, parameters, template_dir=HERE)
    name = os.path.splitext(os.path.basename(scene))[0]
    return renderacre.openjd_job(name, template, parameters=parameters, template_dir=HERE)


def _ask_frames():
    first, last = (int(cmds.playbackOptions(query=True, **{end: True})) for end in ("minTime", "maxTime"))
    answer = cmds.promptDialog(
        title=TITLE, message="Frames, like 1-100 or 1-99:2", text="{}-{}".format(first, last),
        button=["Submit", "Cancel"], defaultButton="Submit", cancelButton="Cancel", dismissString="Cancel")
    return cmds.promptDialog(query=True, text=True) if answer == "Submit" else None


def _tell(message):
    cmds.confirmDialog(title=TITLE, message=message, button=["OK"])
