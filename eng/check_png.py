#!/usr/bin/env python3
"""Checks that files are complete 8-bit RGB PNG images: every chunk's checksum, the size, every row.

Usage: check_png.py [--size WIDTHxHEIGHT] FILE...
Prints one line a file; ends with exit code 1 when any file is missing or not right. Written apart from the writer
in examples/render, so that a mistake there does not hide here.
"""

import argparse
import struct
import sys
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


class PngError(Exception):
    """Says what is wrong with the image."""


def read_chunks(data):
    """Returns [(kind, body)] of the file's chunks, with lengths, checksums and the order of the outer ones checked."""
    if data[:8] != SIGNATURE:
        raise PngError("does not begin with the PNG signature")
    chunks, at = [], 8
    while at < len(data):
        if at + 12 > len(data):
            raise PngError("ends within a chunk at byte {}".format(at))
        length, kind = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            raise PngError("ends within the {!r} chunk at byte {}".format(kind, at))
        body = data[at + 8:at + 8 + length]
        if struct.unpack_from(">I", data, at + 8 + length)[0] != zlib.crc32(kind + body):
            raise PngError("the {!r} chunk at byte {} has a wrong checksum".format(kind, at))
        chunks.append((kind, body))
        at += 12 + length
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        raise PngError("must go from IHDR over IDAT to IEND, but has {}".format(kinds))
    return chunks


def check_rows(raw, width, height):
    """Undoes the filter of each row; every filter but 0 to 4 and every missing or surplus byte is an error."""
    stride = width * 3
    if len(raw) != height * (stride + 1):
        raise PngError("holds {} bytes of rows where {} were due".format(len(raw), height * (stride + 1)))
    above = bytearray(stride)
    pixels = bytearray()
    for y in range(height):
        start = y * (stride + 1)
        above = unfilter(raw[start], bytearray(raw[start + 1:start + 1 + stride]), above, y)
        pixels += above
    if len(set(pixels)) < 2:
        raise PngError("is one flat colour: nothing was rendered")


def unfilter(kind, row, above, y):
    if kind > 4:
        raise PngError("row {} has the unknown filter {}".format(y, kind))
    if kind == 0:
        return row
    for i, value in enumerate(row):
        left = row[i - 3] if i >= 3 else 0
        corner = above[i - 3] if i >= 3 else 0
        options = (0, left, above[i], (left + above[i]) >> 1, paeth(left, above[i], corner))
        row[i] = (value + options[kind]) & 255
    return row


def paeth(left, up, corner):
    estimate = left + up - corner
    return min((abs(estimate - left), 0, left), (abs(estimate - up), 1, up), (abs(estimate - corner), 2, corner))[2]


def check(path, size):
    """Returns (width, height) of a right image and raises PngError or OSError for any other."""
    with open(path, "rb") as file:
        chunks = read_chunks(file.read())
    if len(chunks[0][1]) != 13:
        raise PngError("has an IHDR of {} bytes, not 13".format(len(chunks[0][1])))
    width, height, *layout = struct.unpack(">IIBBBBB", chunks[0][1])
    if layout != [8, 2, 0, 0, 0] or not width or not height:
        raise PngError("is not 8-bit RGB without interlacing: {}x{} {}".format(width, height, layout))
    if size and (width, height) != size:
        raise PngError("is {}x{}, not {}x{}".format(width, height, *size))
    try:
        raw = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    except zlib.error as problem:
        raise PngError("has image data that does not decompress: {}".format(problem))
    check_rows(raw, width, height)
    return width, height


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", help="WIDTHxHEIGHT that every file must have")
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    size = tuple(int(number) for number in arguments.size.split("x")) if arguments.size else None
    failed = False
    for path in arguments.files:
        try:
            print("{}  {}x{}".format(path, *check(path, size)))
        except (OSError, PngError) as problem:
            print("{}: {}".format(path, problem), file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
