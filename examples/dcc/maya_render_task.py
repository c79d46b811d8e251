"""Renders one frame of a Maya scene; to be run by mayapy.

    mayapy maya_render_task.py --scene shot.ma --frame 1 --output-dir frames
"""

import argparse
import os
import sys

IMAGE_FORMAT_PNG = 32           # Maya's number for PNG


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scene", required=True, help="the scene, .ma or .mb")
    parser.add_argument("--frame", type=int, required=True, help="the frame's number")
    parser.add_argument("--output-dir", required=True, help="where maya_frame_####.png goes; made if missing")
    return parser.parse_args()


def render(scene, frame, folder):
    """Renders one frame of the scene into the folder with Maya's software renderer and returns the picture's path."""
    import maya.standalone
    maya.standalone.initialize(name="python")
    from maya import cmds

    cmds.file(scene, open=True, force=True)
    cmds.currentTime(frame)
    cmds.workspace(fileRule=["images", folder])
    cmds.setAttr("defaultRenderGlobals.currentRenderer", "mayaSoftware", type="string")
    cmds.setAttr("defaultRenderGlobals.imageFormat", IMAGE_FORMAT_PNG)
    cmds.setAttr("defaultRenderGlobals.imageFilePrefix", "maya_frame_{:04d}".format(frame), type="string")
    cmds.setAttr("defaultRenderGlobals.animation", False)
    return cmds.render()


def main():
    arguments = parse_arguments()
    folder = os.path.abspath(arguments.output_dir)
    os.makedirs(folder, exist_ok=True)
    written = render(arguments.scene, arguments.frame, folder)
    wanted = os.path.join(folder, "maya_frame_{:04d}.png".format(arguments.frame))
    if os.path.abspath(written) != wanted:
        os.replace(written, wanted)
    print("RENDERACRE_ARTIFACT={}".format(wanted), flush=True)


if __name__ == "__main__":
    try:
        main()
    except (OSError, RuntimeError) as problem:
        sys.exit("maya_render_task: {}".format(problem))
