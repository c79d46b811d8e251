"""Reading and writing 8-bit RGB PNG images with the standard library alone."""

import os
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = 3


def write_png(path, width, height, pixels):
    """Writes `pixels` (width * height * 3 bytes, row by row) to `path`.

    The image is written under a temporary name and renamed, so that a reader never sees half of one.
    """
    stride = width * CHANNELS
    rows = b"".join(b"\x00" + pixels[y * stride:(y + 1) * stride] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    partial = "{}.{}.partial".format(path, os.getpid())
    with open(partial, "wb") as file:
        file.write(SIGNATURE)
        file.write(_chunk(b"IHDR", header))
        file.write(_chunk(b"IDAT", zlib.compress(rows, 9)))
        file.write(_chunk(b"IEND", b""))
    os.replace(partial, path)


def read_png(path):
    """Returns (width, height, pixels) of an 8-bit RGB image without interlacing; raises ValueError for others."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:8] != SIGNATURE:
        raise ValueError("{}: not a PNG file".format(path))
    width, height, compressed = 0, 0, []
    for kind, body in _chunks(path, data):
        if kind == b"IHDR":
            width, height, *layout = struct.unpack(">IIBBBBB", body)
            if layout != [8, 2, 0, 0, 0]:
                raise ValueError("{}: only 8-bit RGB without interlacing can be read".format(path))
        elif kind == b"IDAT":
            compressed.append(body)
    return width, height, _unfilter(path, zlib.decompress(b"".join(compressed)), width, height)


def _chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _chunks(path, data):
    at = len(SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8:at + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if checksum != zlib.crc32(kind + body):
            raise ValueError("{}: the {} chunk at byte {} is damaged".format(path, kind.decode("latin-1"), at))
        yield kind, body
        at += 12 + length


def _unfilter(path, raw, width, height):
    stride = width * CHANNELS
    if len(raw) != height * (stride + 1):
        raise ValueError("{}: holds {} bytes of rows, not {}".format(path, len(raw), height * (stride + 1)))
    above, pixels = bytearray(stride), bytearray()
    for y in range(height):
        start = y * (stride + 1)
        row = bytearray(raw[start + 1:start + 1 + stride])
        _unfilter_row(path, raw[start], row, above)
        pixels += row
        above = row
    return bytes(pixels)


def _unfilter_row(path, kind, row, above):
    if kind > 4:
        raise ValueError("{}: a row has the unknown filter {}".format(path, kind))
    for i in range(len(row)):
        left = row[i - CHANNELS] if i >= CHANNELS else 0
        corner = above[i - CHANNELS] if i >= CHANNELS else 0
        up = above[i]
        predicted = (0, left, up, (left + up) // 2, _paeth(left, up, corner))[kind]
        row[i] = (row[i] + predicted) & 255


def _paeth(left, up, corner):
    estimate = left + up - corner
    to_left, to_up, to_corner = abs(estimate - left), abs(estimate - up), abs(estimate - corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner
