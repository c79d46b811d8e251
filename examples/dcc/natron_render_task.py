"""Renders frames of a Natron project.

    python3 natron_render_task.py --project shot.ntp --writer Write1 --frames 1-5 --output-dir frames
"""

import argparse
import os
import subprocess
import sys


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--natron", default="NatronRenderer", help="the program")
    parser.add_argument("--project", required=True, help="the project, .ntp")
    parser.add_argument("--writer", required=True, help="the writer's name")
    parser.add_argument("--frames", required=True, help="a frame or a range of them, like 1-5")
    parser.add_argument("--output-dir", required=True, help="where natron_frame_####.png goes; made if missing")
    return parser.parse_args()


def frames_of(chunk):
    """Returns the first and the last frame of a chunk such as 1-5 or 7."""
    first, _, last = chunk.partition("-")
    return int(first), int(last or first)


def main():
    arguments = parse_arguments()
    folder = os.path.abspath(arguments.output_dir)
    os.makedirs(folder, exist_ok=True)
    first, last = frames_of(arguments.frames)
    # Natron puts each frame's number in the place of the number signs.
    pattern = os.path.join(folder, "natron_frame_####.png")
    command = [
        arguments.natron, "-w", arguments.writer, pattern, "{}-{}".format(first, last), arguments.project,
    ]
    code = subprocess.call(command)
    if code != 0:
        sys.exit(code)
    for frame in range(first, last + 1):
        path = pattern.replace("####", "{:04d}".format(frame))
        if not os.path.isfile(path):
            sys.exit("natron_render_task: {} ended well, but {} is not there".format(arguments.natron, path))
        print("RENDERACRE_ARTIFACT={}".format(path), flush=True)


if __name__ == "__main__":
    try:
        main()
    except OSError as problem:
        sys.exit("natron_render_task: {}".format(problem))
