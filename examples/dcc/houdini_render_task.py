"""Renders frames of a Houdini scene; to be run by hython.

    hython houdini_render_task.py --scene shot.hip --node /out/mantra1 --frames 1-5 --output-dir frames
"""

import argparse
import os
import sys

PICTURE = "vm_picture"          # Mantra's parameter for the picture's path; Karma's and others' come after it
PICTURES = (PICTURE, "picture", "outputimage")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scene", required=True, help="the scene")
    parser.add_argument("--node", required=True, help="the output node's path")
    parser.add_argument("--frames", required=True, help="a frame or a range of them, like 1-5")
    parser.add_argument("--output-dir", required=True, help="where houdini_frame_####.png goes; made if missing")
    return parser.parse_args()


def frames_of(chunk):
    """Returns the first and the last frame of a chunk such as 1-5 or 7."""
    first, _, last = chunk.partition("-")
    return int(first), int(last or first)


def picture_parameter(node):
    """Returns the parameter that says where the node's picture goes."""
    for name in PICTURES:
        parameter = node.parm(name)
        if parameter is not None:
            return parameter
    raise RuntimeError("{} has none of the parameters {}".format(node.path(), ", ".join(PICTURES)))


def main():
    import hou

    arguments = parse_arguments()
    folder = os.path.abspath(arguments.output_dir)
    os.makedirs(folder, exist_ok=True)
    hou.hipFile.load(arguments.scene, suppress_save_prompt=True, ignore_load_warnings=True)
    node = hou.node(arguments.node)
    if node is None:
        sys.exit("houdini_render_task: {} has no node {}".format(arguments.scene, arguments.node))
    parameter = picture_parameter(node)
    first, last = frames_of(arguments.frames)
    for frame in range(first, last + 1):
        path = os.path.join(folder, "houdini_frame_{:04d}.png".format(frame))
        parameter.set(path)
        node.render(frame_range=(frame, frame))
        print("RENDERACRE_ARTIFACT={}".format(path), flush=True)


if __name__ == "__main__":
    try:
        main()
    except (OSError, RuntimeError) as problem:
        sys.exit("houdini_render_task: {}".format(problem))
