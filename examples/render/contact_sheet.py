#!/usr/bin/env python3
"""Assembles rendered frames into one contact sheet."""

import argparse
import math
import os
import sys

from frames import frame_path, parse_frames
from png import CHANNELS, read_png, write_png

GAP = 6                         # pixels between the frames and around them
BACKGROUND = bytes((24, 25, 29))


def read_frames(pattern, frames):
    """Returns (width, height, [pixels]) of the frames, which must be of one size."""
    size, images = None, []
    for frame in frames:
        path = frame_path(pattern, frame)
        width, height, pixels = read_png(path)
        if size not in (None, (width, height)):
            raise ValueError("{} is {}x{}, the frames before it are {}x{}".format(path, width, height, *size))
        size = width, height
        images.append(pixels)
        print("openjd_progress: {}".format(90 * len(images) // len(frames)), flush=True)
    return size[0], size[1], images


def assemble(width, height, images, columns):
    """Returns (width, height, pixels) of the sheet that shows the images in rows of `columns`."""
    rows = math.ceil(len(images) / columns)
    sheet_width, sheet_height = GAP + columns * (width + GAP), GAP + rows * (height + GAP)
    sheet = bytearray(BACKGROUND * (sheet_width * sheet_height))
    for number, pixels in enumerate(images):
        left = GAP + number % columns * (width + GAP)
        top = GAP + number // columns * (height + GAP)
        for y in range(height):
            start = ((top + y) * sheet_width + left) * CHANNELS
            sheet[start:start + width * CHANNELS] = pixels[y * width * CHANNELS:(y + 1) * width * CHANNELS]
    return sheet_width, sheet_height, bytes(sheet)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", required=True, help="the frames' files; #### stands for the frame number")
    parser.add_argument("--frames", required=True, help="the frames to show, like 1-8")
    parser.add_argument("--columns", type=int, default=4, help="frames in a row")
    parser.add_argument("--output", required=True, help="the PNG to write")
    arguments = parser.parse_args()
    if arguments.columns < 1:
        parser.error("--columns must be 1 or more")
    frames = parse_frames(arguments.frames)
    print("openjd_status: Assembling {} frames".format(len(frames)), flush=True)
    width, height, images = read_frames(arguments.input, frames)
    output = os.path.abspath(arguments.output)
    write_png(output, *assemble(width, height, images, min(arguments.columns, len(images))))
    print("openjd_progress: 100")
    print("RENDERACRE_ARTIFACT={}".format(output), flush=True)


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as problem:
        sys.exit("contact_sheet: {}".format(problem))
