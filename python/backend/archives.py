"""Writes the wheel and the sdist; the same sources give the same bytes."""

import base64
import gzip
import hashlib
import io
import os
import tarfile
import time
import zipfile

EPOCH = 315532800  # 1 January 1980, the first day that a zip file knows.


def moment():
    """Returns the time that all files get, in seconds."""
    return max(EPOCH, int(os.environ.get("SOURCE_DATE_EPOCH", EPOCH)))


class Wheel:
    """A wheel being written; RECORD is written at the end."""

    def __init__(self, path, info):
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9)
        self._info = info
        self._record = []

    def add(self, name, content, executable=False):
        """Adds a file with its content as bytes."""
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        self._record.append("{},sha256={},{}".format(name, digest, len(content)))
        self._write(name, content, executable)

    def close(self):
        """Writes RECORD and ends the file."""
        name = self._info + "/RECORD"
        self._write(name, "\n".join(self._record + [name + ",,", ""]).encode(), False)
        self._zip.close()

    def _write(self, name, content, executable):
        entry = zipfile.ZipInfo(name, time.gmtime(moment())[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = (0o100755 if executable else 0o100644) << 16
        self._zip.writestr(entry, content)


def write_sdist(path, root, files):
    """Writes a sdist.

    :param path: the .tar.gz
    :param root: the folder that everything is in
    :param files: pairs of a path within it and the content as bytes
    """
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in files:
            entry = tarfile.TarInfo("{}/{}".format(root, name))
            entry.size = len(content)
            entry.mtime = moment()
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(content))
    with open(path, "wb") as file:
        with gzip.GzipFile("", "wb", 9, file, mtime=moment()) as packed:
            packed.write(plain.getvalue())
