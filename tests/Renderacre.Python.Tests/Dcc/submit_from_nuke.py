"""Picks Nuke's menu entry; with the script, the program and the folder of the examples as arguments."""

import os
import sys

script, program, examples = sys.argv[1:]
sys.path.insert(0, examples)

import nuke
import nuke_shelf_submit
import renderacre

assert nuke_shelf_submit.submit(program) is None, "a script that was never saved was submitted"
nuke.script = script
nuke.written = os.path.join(os.path.dirname(script), "out", "shot.%04d.exr")
os.makedirs(os.path.dirname(nuke.written))
nuke.is_pressed = False
assert nuke_shelf_submit.submit(program) is None, "it was submitted against the artist's will"
nuke.is_pressed = True
nuke.answers = {"Frames per task": "many"}
assert nuke_shelf_submit.submit(program) is None, "what is no number was submitted"
assert "many" in nuke.told[-1], nuke.told
nuke.answers = {"Frames per task": "3", "Priority": "7"}
job = nuke_shelf_submit.submit(program)
with renderacre.Client(os.environ["RENDERACRE_URL"]) as farm:
    ended = farm.wait(job, timeout=90)
    assert ended.state == "succeeded", [task.get("stderr_tail") for task in ended.tasks]
    assert (ended.priority, ended.tasks_total) == (7, 2), ended.to_dict()
print("\n".join(sorted(os.listdir(os.path.dirname(nuke.written)))))
