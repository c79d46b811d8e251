"""Renders one frame of a small scene in Blender, from 2.93 on.

    blender --background --python blender_render_task.py -- --frame 1 --output-dir frames
"""

import argparse
import math
import os
import sys

import bpy

WIDTH, HEIGHT = 64, 36          # pixels: enough to see what it is, little enough to be quick without a GPU
SAMPLES = 1                     # light paths per pixel


def parse_arguments():
    """Reads what stands behind the double dash; the rest of the command line is Blender's."""
    own = sys.argv[sys.argv.index("--") + 1:] if "--" in sys.argv else []
    parser = argparse.ArgumentParser(prog="blender_render_task.py", description=__doc__)
    parser.add_argument("--frame", type=int, required=True, help="the frame's number")
    parser.add_argument("--output-dir", required=True, help="where blender_frame_####.png goes; made if missing")
    return parser.parse_args(own)


def material(name, color):
    """Returns a plain material of one colour."""
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    made.node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value = (*color, 1.0)
    return made


def build_scene(frame):
    """Makes a cube that turns a little with each frame, a floor, a lamp and a camera, in an empty scene."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.mesh.primitive_plane_add(size=20)
    bpy.context.object.data.materials.append(material("floor", (0.6, 0.6, 0.6)))
    bpy.ops.mesh.primitive_cube_add(size=2, location=(0, 0, 1), rotation=(0, 0, math.radians(15 * frame)))
    bpy.context.object.data.materials.append(material("cube", (0.8, 0.2, 0.1)))
    bpy.ops.object.light_add(type="SUN", location=(4, -4, 8), rotation=(math.radians(40), 0, math.radians(30)))
    bpy.context.object.data.energy = 4
    bpy.ops.object.camera_add(location=(6, -6, 4), rotation=(math.radians(66), 0, math.radians(45)))
    scene = bpy.context.scene
    scene.camera = bpy.context.object
    return scene


def set_up_render(scene, frame, path):
    """Sets the scene up for one small picture with Cycles on the CPU."""
    scene.frame_set(frame)
    render = scene.render
    render.engine = "CYCLES"
    render.resolution_x, render.resolution_y, render.resolution_percentage = WIDTH, HEIGHT, 100
    render.image_settings.file_format = "PNG"
    render.image_settings.color_mode = "RGB"
    render.filepath = path
    scene.cycles.device = "CPU"
    scene.cycles.samples = SAMPLES
    scene.cycles.use_denoising = False


def main():
    arguments = parse_arguments()
    folder = os.path.abspath(arguments.output_dir)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "blender_frame_{:04d}.png".format(arguments.frame))
    set_up_render(build_scene(arguments.frame), arguments.frame, path)
    bpy.ops.render.render(write_still=True)
    print("RENDERACRE_ARTIFACT={}".format(path), flush=True)


main()
