"""The platforms that wheels are made for: .NET's names, the wheels' tags, and the library's file."""

import platform
import sys
from collections import namedtuple

GLIBC = (2, 28)
"""The oldest glibc that the Linux wheels run on; .NET itself is built for 2.27."""

Platform = namedtuple("Platform", "tag published installed")

_LINUX_TAG = "manylinux_{}_{}_".format(*GLIBC)

PLATFORMS = {
    "linux-x64": Platform(_LINUX_TAG + "x86_64", "Renderacre.Python.so", "_native.abi3.so"),
    "linux-arm64": Platform(_LINUX_TAG + "aarch64", "Renderacre.Python.so", "_native.abi3.so"),
    "osx-x64": Platform("macosx_12_0_x86_64", "Renderacre.Python.dylib", "_native.abi3.so"),
    "osx-arm64": Platform("macosx_12_0_arm64", "Renderacre.Python.dylib", "_native.abi3.so"),
    "win-x64": Platform("win_amd64", "Renderacre.Python.dll", "_native.pyd"),
}


def this_rid():
    """Returns .NET's name of this machine."""
    system = {"darwin": "osx", "win32": "win"}.get(sys.platform, "linux")
    machine = "arm64" if platform.machine().lower() in ("arm64", "aarch64") else "x64"
    return "{}-{}".format(system, machine)
