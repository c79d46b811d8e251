"""Stub libraries that carry the old versions of C functions, to link against instead of this machine's.

Linked on a new system, a library asks for the newest version of each function, and is refused by older systems. These
functions have not changed for .NET since: what differs is in which library they were and the number of their version.
"""

import platform
import shutil
import subprocess

BASELINES = {"x86_64": "GLIBC_2.2.5", "aarch64": "GLIBC_2.17"}
"""The version that a function has had from the start, where nothing else is said below."""

LATER = {"pthread_condattr_setclock": "GLIBC_2.3.3", "pthread_setname_np": "GLIBC_2.12"}
"""Versions of functions that are younger than the baseline of x86_64."""

LIBRARIES = {
    "libdl.so.2": ["dladdr", "dlclose", "dlerror", "dlopen", "dlsym"],
    "librt.so.1": ["shm_open", "shm_unlink"],
    "libm.so.6": ["exp", "exp2", "log", "log2", "pow"],
    "libpthread.so.0": [
        "pthread_attr_getstack", "pthread_attr_setstacksize", "pthread_condattr_setclock", "pthread_create",
        "pthread_getattr_np", "pthread_key_create", "pthread_kill", "pthread_mutexattr_destroy",
        "pthread_mutexattr_init", "pthread_mutexattr_settype", "pthread_once", "pthread_rwlock_rdlock",
        "pthread_rwlock_unlock", "pthread_rwlock_wrlock", "pthread_setname_np", "pthread_setspecific",
        "pthread_sigmask",
    ],
}
"""The functions, by the library that they were in."""


def build_stubs(folder):
    """Makes the libraries with the C compiler.

    :returns: their names, as a linker is told them
    """
    folder.mkdir(parents=True, exist_ok=True)
    baseline = BASELINES[platform.machine()]
    names = []
    for soname, functions in LIBRARIES.items():
        versions = {}
        for function in functions:
            version = LATER.get(function, baseline) if platform.machine() == "x86_64" else baseline
            versions.setdefault(version, []).append(function)
        name = "old_" + soname.split(".")[0]
        _build(folder, name, soname, versions)
        names.append("-l" + name)
    return names


def _build(folder, name, soname, versions):
    source, script = folder / (name + ".c"), folder / (name + ".map")
    functions = [function for listed in versions.values() for function in listed]
    source.write_text("".join("void {0}(void) {{}}\n".format(function) for function in functions))
    script.write_text("".join(
        "{} {{ global: {}; }};\n".format(version, "; ".join(listed)) for version, listed in versions.items()))
    subprocess.run(
        [shutil.which("gcc") or "clang", "-shared", "-nostdlib", "-fno-builtin", "-w", "-Wl,-soname," + soname,
         "-Wl,--version-script=" + str(script), "-o", str(folder / "lib{}.so".format(name)), str(source)],
        check=True)
