"""Presses Maya's shelf button; with the scene, mayapy and the folder of the examples as arguments."""

import os
import sys

scene, mayapy, examples = sys.argv[1:]
sys.path.insert(0, examples)

import maya_shelf_submit
import renderacre
from maya import cmds

assert maya_shelf_submit.submit(mayapy) is None, "a scene that was never saved was submitted"
cmds.scene = scene
cmds.is_modified = True
assert maya_shelf_submit.submit(mayapy) is None, "a scene with changes was submitted"
cmds.is_modified = False
cmds.answer = ("Cancel", None)
assert maya_shelf_submit.submit(mayapy) is None, "it was submitted against the artist's will"
cmds.answer = ("Submit", "frame one")
assert maya_shelf_submit.submit(mayapy) is None, "what are no frames was submitted"
assert "whole numbers" in cmds.told[-1], cmds.told
cmds.answer = ("Submit", None)
job = maya_shelf_submit.submit(mayapy)
with renderacre.Client(os.environ["RENDERACRE_URL"]) as farm:
    ended = farm.wait(job, timeout=90)
    assert ended.state == "succeeded", [task.get("stderr_tail") for task in ended.tasks]
    print("\n".join(sorted(artifact.path for artifact in farm.artifacts(ended) if artifact.kind == "image")))
