"""Reads which versions of glibc's functions a Linux library needs."""

import struct

SHT_DYNSYM = 11
SHT_GNU_VERSYM = 0x6FFFFFFF
SHT_GNU_VERNEED = 0x6FFFFFFE
PREFIX = "GLIBC_"


def needed_versions(path):
    """Returns pairs of a function and the version of glibc that it is asked for with, such as ("dlopen", (2, 34)).

    :param path: a 64-bit little-endian ELF file
    """
    data = path.read_bytes()
    if data[:6] != b"\x7fELF\x02\x01":
        raise ValueError("{} is no 64-bit little-endian ELF file".format(path))
    sections = _sections(data)
    symbols = next(section for section in sections if section[0] == SHT_DYNSYM)
    names = sections[symbols[3]]
    versions = next(section for section in sections if section[0] == SHT_GNU_VERSYM)
    known = _versions(data, next(section for section in sections if section[0] == SHT_GNU_VERNEED), sections)
    found = []
    for index in range(symbols[2] // 24):
        name, = struct.unpack_from("<I", data, symbols[1] + index * 24)
        version, = struct.unpack_from("<H", data, versions[1] + index * 2)
        text = known.get(version & 0x7FFF, "")
        if text.startswith(PREFIX):
            number = tuple(int(part) for part in text[len(PREFIX):].split("."))
            found.append((_text(data, names[1] + name), number))
    return found


def _sections(data):
    """Returns (type, offset, size, link) of each section."""
    start, = struct.unpack_from("<Q", data, 0x28)
    size, count = struct.unpack_from("<HH", data, 0x3A)
    headers = (struct.unpack_from("<IIQQQQI", data, start + index * size) for index in range(count))
    return [(header[1], header[4], header[5], header[6]) for header in headers]


def _versions(data, section, sections):
    """Returns the version's name for each of its numbers."""
    names = sections[section[3]][1]
    found = {}
    need = section[1]
    while True:
        _, count, _, first, following = struct.unpack_from("<HHIII", data, need)
        entry = need + first
        for _ in range(count):
            _, _, number, name, forward = struct.unpack_from("<IHHII", data, entry)
            found[number] = _text(data, names + name)
            entry += forward
        if not following:
            return found
        need += following


def _text(data, start):
    return data[start:data.index(b"\0", start)].decode("ascii")
