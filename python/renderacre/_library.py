"""Loads the native library, once a process and only when something of it is needed.

A process that was forked cannot use its parent's copy, whose threads it does not have. It loads one of its own: the
same file under another name, since the same name would give the parent's copy again.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from importlib import import_module
from importlib.machinery import ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any, Optional

from renderacre.errors import ForkError

_NAME = "renderacre._native"

_lock = threading.Lock()
_module: Optional[ModuleType] = None
_path: Optional[str] = None
_generation = 0


def native() -> Any:
    """Returns the module ``renderacre._native`` of this process. See _native.pyi for what it has."""
    module = _module
    return module if module is not None else _load()


def generation() -> int:
    """Returns a number that differs between a process and those that were forked from it."""
    return _generation


def _load() -> ModuleType:
    global _module, _path
    with _lock:
        if _module is None:
            if _path is None:
                _module = import_module(_NAME)
                _path = _module.__file__
            else:
                _module = _load_copy(_path)
        return _module


def _load_copy(path: str) -> ModuleType:
    """Loads a copy of the library; its file need not stay, since it is mapped by then."""
    folder = None
    try:
        folder = tempfile.mkdtemp(prefix="renderacre-")
        copy = os.path.join(folder, os.path.basename(path))
        shutil.copyfile(path, copy)
        spec = spec_from_file_location(_NAME, copy, loader=ExtensionFileLoader(_NAME, copy))
        if spec is None:
            raise ImportError("no module can be made of {}".format(copy))
        module = module_from_spec(spec)
        spec.loader.exec_module(module)  # type: ignore[union-attr]  # The loader is the one given above.
        sys.modules[_NAME] = module
        return module
    except (OSError, ImportError) as problem:
        raise ForkError(
            "renderacre was used before this process was forked, and cannot be loaded again here: {}. Use it in one "
            "of the two alone, or let multiprocessing spawn its processes.".format(problem)) from problem
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _after_fork() -> None:
    global _module, _lock, _generation
    # Another thread of the parent may have held the lock: here it would never be released.
    _lock = threading.Lock()
    _module = None
    _generation += 1


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
