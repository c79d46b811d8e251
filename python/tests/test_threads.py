"""Threads, Ctrl-C and forks."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
import unittest

import renderacre
from stand_in import StandIn

HAS_FORK = hasattr(os, "fork")
HELD_SECONDS = 30


def in_child(work):
    """Runs something in a forked process; whether it went well."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except BaseException as problem:
            sys.stderr.write("in the child: {!r}\n".format(problem))
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


class ThreadTests(unittest.TestCase):
    def test_one_client_serves_many_threads(self):
        failures = []
        with StandIn(body=b"[]") as farm, renderacre.Client(farm.url) as client:
            def ask():
                try:
                    for _ in range(20):
                        client.workers()
                        renderacre.command_job("n", "e", ["x"] * 20)
                except BaseException as problem:
                    failures.append(problem)
            threads = [threading.Thread(target=ask) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

        self.assertEqual((failures, len(farm.requests)), ([], 160))

    @unittest.skipUnless(hasattr(signal, "pthread_kill"), "there are no signals to a thread here")
    def test_ctrl_c_ends_a_wait(self):
        # What runs in the background has Ctrl+C ignored, and so have its children.
        self.addCleanup(signal.signal, signal.SIGINT, signal.signal(signal.SIGINT, signal.default_int_handler))
        held = threading.Event()
        with StandIn(before=lambda: held.wait(HELD_SECONDS)) as farm, renderacre.Client(farm.url) as client:
            main = threading.main_thread().ident
            timer = threading.Timer(0.3, lambda: signal.pthread_kill(main, signal.SIGINT))
            timer.start()
            start = time.monotonic()
            try:
                with self.assertRaises(KeyboardInterrupt):
                    client.workers()
            finally:
                held.set()
                timer.join()

        self.assertLess(time.monotonic() - start, HELD_SECONDS / 2)

    def test_a_process_ends_while_a_thread_of_it_waits(self):
        held = threading.Event()
        with StandIn(before=lambda: held.wait(HELD_SECONDS)) as farm:
            code = (
                "import renderacre, sys, threading, time\n"
                "c = renderacre.Client(sys.argv[1])\n"
                "threading.Thread(target=c.workers, daemon=True).start()\n"
                "time.sleep(0.3)\n")
            run = subprocess.run(
                [sys.executable, "-c", code, farm.url], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            held.set()

        self.assertEqual((run.returncode, run.stdout), (0, b""))


@unittest.skipUnless(HAS_FORK, "there is no fork here")
class ForkTests(unittest.TestCase):
    def test_a_forked_process_uses_the_package_as_its_parent_does(self):
        with StandIn(body=b"[]") as farm, renderacre.Client(farm.url) as client:
            self.assertEqual(client.workers(), [])

            def work():
                renderacre.command_job("n", "e")
                assert client.workers() == []
                threads = [threading.Thread(target=client.workers) for _ in range(4)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                assert renderacre.check_template("x: [")

            self.assertTrue(in_child(work))
            self.assertEqual(client.workers(), [])

    def test_a_fork_in_the_midst_of_requests_harms_neither(self):
        stop = threading.Event()
        with StandIn(body=b"[]") as farm, renderacre.Client(farm.url) as client:
            def ask():
                while not stop.is_set():
                    client.workers()
            threads = [threading.Thread(target=ask) for _ in range(3)]
            for thread in threads:
                thread.start()
            try:
                self.assertEqual([in_child(client.workers) for _ in range(5)], [True] * 5)
            finally:
                stop.set()
                for thread in threads:
                    thread.join()

    def test_a_grandchild_uses_it_too(self):
        renderacre.command_job("n", "e")

        def work():
            renderacre.command_job("n", "e")
            if not in_child(lambda: renderacre.command_job("n", "e")):
                raise AssertionError("the grandchild could not")

        self.assertTrue(in_child(work))

    def test_multiprocessing_works_however_it_starts_processes(self):
        renderacre.command_job("n", "e")
        for method in multiprocessing.get_all_start_methods():
            context = multiprocessing.get_context(method)
            with context.Pool(2) as pool:
                jobs = pool.starmap(renderacre.command_job, [("n", "e")] * 4)
            self.assertEqual(set(jobs), {renderacre.command_job("n", "e")}, method)

    def test_where_no_copy_can_be_loaded_the_error_says_what_to_do(self):
        renderacre.command_job("n", "e")

        def work():
            import tempfile
            tempfile.tempdir = "/nonexistent"
            try:
                renderacre.command_job("n", "e")
            except renderacre.ForkError as problem:
                assert "spawn" in str(problem), problem
            else:
                raise AssertionError("it was loaded all the same")

        self.assertTrue(in_child(work))
