"""Renders the open Nuke script on a Renderacre farm. In menu.py:

    import nuke_shelf_submit
    nuke.menu("Nuke").addCommand("Renderacre/Submit", nuke_shelf_submit.submit)

The script stands beside nuke_render_openjd.yaml.
"""

import os

import nuke
import renderacre

TEMPLATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "nuke_render_openjd.yaml")
CONTROLLER = os.environ.get("RFARM_CONTROLLER", "http://127.0.0.1:7878")
FRAMES, CHUNK_SIZE, PRIORITY = "Frames", "Frames per task", "Priority"


def submit(executable="nuke"):
    """Asks for the frames and submits the script.

    :param executable: Nuke on the workers
    :returns: the job, or None where the artist has changed their mind or something is wrong
    """
    root = nuke.root()
    if root.name() == "Root" or root.modified():
        return nuke.message("Save the script first: the farm renders the file.")
    panel = nuke.Panel("Submit to Renderacre")
    panel.addSingleLineInput(FRAMES, "{}-{}".format(root.firstFrame(), root.lastFrame()))
    panel.addSingleLineInput(CHUNK_SIZE, "10")
    panel.addSingleLineInput(PRIORITY, "0")
    if not panel.show():
        return None
    try:
        with renderacre.Client(CONTROLLER) as farm:
            job = farm.submit(make_job(root.name(), panel, executable))
    except (ValueError, RuntimeError) as problem:
        return nuke.message(str(problem))
    nuke.message("Submitted as job {}.".format(job.id))
    return job


def make_job(script, panel, executable):
    """Returns the submission of a script.

    :raises ValueError: what was put in is no number, or no frames
    """
    with open(TEMPLATE) as file:
        template = file.read()
    parameters = {
        "NukeExecutable": executable, "ScriptFile": script, "OutputDir": _output_folder(script),
        "Frames": panel.value(FRAMES), "ChunkSize": int(panel.value(CHUNK_SIZE)),
    }
    renderacre.summarize_template(template, parameters)
    name = os.path.splitext(os.path.basename(script))[0]
    return renderacre.openjd_job(name, template, parameters=parameters, priority=int(panel.value(PRIORITY)))


def _output_folder(script):
    for node in nuke.allNodes("Write"):
        path = node["file"].value()
        if path:
            return os.path.dirname(path)
    return os.path.dirname(script)
