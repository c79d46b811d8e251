"""Uses the add-on within Blender.

    blender --background --python submit_from_blender.py -- PACKAGES ADDONS FOLDER URL
"""

import os
import sys

packages, addons, folder, url = sys.argv[sys.argv.index("--") + 1:]
sys.path[:0] = [packages, addons]

import bpy

import renderacre
import renderacre_submit

PATIENCE = 180


def small_scene():
    """Makes a cube that is rendered in no time, and saves it."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.mesh.primitive_cube_add()
    bpy.ops.object.light_add(type="SUN", location=(4, -4, 8))
    bpy.ops.object.camera_add(location=(6, -6, 4), rotation=(1.15, 0, 0.785))
    scene = bpy.context.scene
    scene.camera = bpy.context.object
    scene.frame_start, scene.frame_end = 1, 3
    render = scene.render
    render.engine = "CYCLES"
    render.image_settings.file_format, render.image_settings.color_mode = "PNG", "RGB"
    render.resolution_x, render.resolution_y, render.resolution_percentage = 32, 18, 100
    scene.cycles.device, scene.cycles.samples, scene.cycles.use_denoising = "CPU", 1, False
    bpy.ops.wm.save_as_mainfile(filepath=os.path.join(folder, "shot.blend"))
    return scene


def refused():
    """Submits, which has to fail."""
    try:
        bpy.ops.renderacre.submit()
    except RuntimeError as problem:
        return str(problem)
    raise AssertionError("it was submitted all the same")


renderacre_submit.register()
assert "Save the scene" in refused()
scene = small_scene()
scene.renderacre.controller = "http://127.0.0.1:9"
bpy.ops.wm.save_mainfile()
assert "127.0.0.1:9" in refused()
scene.renderacre.controller = url
scene.renderacre.frames = "1 to 3"
bpy.ops.wm.save_mainfile()
assert "whole numbers" in refused()
scene.renderacre.frames = ""
scene.renderacre.chunk_size = 2
scene.renderacre.priority = 5
bpy.ops.wm.save_mainfile()

assert bpy.ops.renderacre.submit() == {"FINISHED"}
watch = renderacre_submit.watch
watch.join(PATIENCE)
assert watch.text == "succeeded: 100% of 2 tasks", (watch.text, [task.get("stdout_tail") for task in watch.job.tasks])
assert watch.job.priority == 5

scene.renderacre.frames = "1-1000"
bpy.ops.wm.save_mainfile()
assert bpy.ops.renderacre.submit() == {"FINISHED"}
assert bpy.ops.renderacre.cancel() == {"FINISHED"}
renderacre_submit.watch.join(PATIENCE)
assert renderacre_submit.watch.job.state == "cancelled", renderacre_submit.watch.text
renderacre_submit.unregister()
print("The add-on works with renderacre", renderacre.__version__)
