"""Controllers that refuse, lie, are silent or are not there."""

import json
import threading
import time
import unittest

import renderacre
from stand_in import StandIn

JOB = renderacre.command_job("hello", "python")
IDENT = "0a2f1f5e-0000-8000-8000-000000000001"


class SubmitTests(unittest.TestCase):
    def test_what_is_no_submission_is_a_value_error_with_its_place(self):
        for text, wanted in [
            ("{}", "name.*line 1 column"), ("", "line 1"), ("[]", "line 1"), ("null", "null"),
            ('{"name": "x",\n "priority": "y"}', "priority.*line 2"), ('{"name": "x", "tasks": [{}]}', r"tasks\[0\]"),
        ]:
            with self.assertRaisesRegex(ValueError, wanted):
                renderacre.submit_job("http://127.0.0.1:9", text)

    def test_the_text_is_sent_as_it_is(self):
        text = json.dumps(dict(json.loads(JOB), newer={"than": "this"}))
        with StandIn(body=b'{"id": 1}') as farm:
            answer = renderacre.submit_job(farm.url + "//", text, token="s3cret")

        (method, path, headers, body), = farm.requests
        self.assertEqual((method, path, body.decode()), ("POST", "/v1/jobs", text))
        self.assertEqual(headers["Authorization"], "Bearer s3cret")
        self.assertEqual(headers["Content-Type"], "application/json")
        self.assertEqual(answer, '{"id": 1}')

    def test_the_controllers_words_are_in_the_error(self):
        refusal = json.dumps({"error": "tasks[0]: no", "errors": ["one", "two"]}).encode()
        with StandIn(status=400, body=refusal) as farm, self.assertRaises(RuntimeError) as caught:
            renderacre.submit_job(farm.url, JOB)

        error = caught.exception
        self.assertIsInstance(error, renderacre.FarmError)
        self.assertEqual((str(error), error.status, error.errors), ("tasks[0]: no", 400, ["one", "two"]))

    def test_nobody_there_is_a_runtime_error_that_names_the_address(self):
        with self.assertRaisesRegex(RuntimeError, "http://127.0.0.1:9.*reached"):
            renderacre.submit_job("http://127.0.0.1:9", JOB)

    def test_what_is_no_address_is_a_runtime_error(self):
        for url in ["nonsense", "", "ftp://x", "http://", "http://[", "http://127.0.0.1:99999"]:
            with self.assertRaises(RuntimeError):
                renderacre.submit_job(url, JOB)

    def test_a_silent_controller_does_not_stop_other_threads_and_times_out(self):
        held = threading.Event()
        turns = []
        with StandIn(before=lambda: held.wait(30)) as farm:
            def turn():
                while not held.is_set():
                    turns.append(time.monotonic())
                    time.sleep(0.005)
            other = threading.Thread(target=turn)
            other.start()
            try:
                with self.assertRaisesRegex(renderacre.FarmUnreachableError, "0.5 s"):
                    renderacre.submit_job(farm.url, JOB, timeout=0.5)
            finally:
                held.set()
                other.join()

        self.assertGreater(len(turns), 10)

    def test_no_time_at_all_is_a_value_error(self):
        for timeout in [0, -1, float("nan"), float("inf")]:
            with self.assertRaisesRegex(ValueError, "timeout"):
                renderacre.submit_job("http://127.0.0.1:9", JOB, timeout=timeout)
        with self.assertRaisesRegex(TypeError, "timeout"):
            renderacre.submit_job("http://127.0.0.1:9", JOB, timeout="1")


class ClientTests(unittest.TestCase):
    def test_answers_that_are_none_are_farm_errors(self):
        for body in [b"", b"<html>", b"[1]", b"\xff\xfe", b'{"a": "\xff"}', b'{"a": "\\ud800"}', b"{", b"nul", b"1e999",
                     b"[" * 100000, b'"x"']:
            with StandIn(body=body) as farm, renderacre.Client(farm.url, timeout=10) as client:
                with self.assertRaises(renderacre.FarmError):
                    client.get(IDENT)
                with self.assertRaises(renderacre.FarmError):
                    client.workers()

    def test_refusals_without_words_tell_the_request_and_the_status(self):
        with StandIn(status=502, body=b"<html>bad gateway</html>") as farm, renderacre.Client(farm.url) as client:
            with self.assertRaisesRegex(renderacre.FarmError, "GET .*502"):
                client.workers()

    def test_what_is_newer_than_the_package_is_kept(self):
        with StandIn(body=json.dumps({"id": IDENT, "newer": [1, 2.5, None, 1 << 70]}).encode()) as farm:
            with renderacre.Client(farm.url) as client:
                self.assertEqual(client.get(IDENT)["newer"], [1, 2.5, None, 1 << 70])

    def test_a_controller_that_cannot_explain_says_so(self):
        body = json.dumps({"id": IDENT, "state": "queued"}).encode()
        with StandIn(body=body, missing="/explain") as farm, renderacre.Client(farm.url) as client:
            with self.assertRaisesRegex(renderacre.FarmError, "cannot explain: it is older"):
                client.explain(IDENT)

    def test_ids_are_checked_before_anything_is_sent(self):
        with StandIn() as farm, renderacre.Client(farm.url) as client:
            for ident, error in [("../x", ValueError), ("", ValueError), (None, TypeError), (5, TypeError)]:
                with self.assertRaises(error):
                    client.get(ident)
            self.assertEqual(farm.requests, [])

    def test_a_client_is_closed_at_the_end_of_with(self):
        with StandIn(body=b"[]") as farm:
            with renderacre.Client(farm.url) as client:
                self.assertEqual(client.workers(), [])
            client.close()
            with self.assertRaisesRegex(ValueError, "closed"):
                client.workers()

    def test_a_wrong_address_token_or_time_is_told_at_once(self):
        for arguments in [("nonsense",), ("http://x", "a b"), ("http://x", ""), ("http://x", None, 0)]:
            with self.assertRaises(ValueError):
                renderacre.Client(*arguments)

    def test_a_token_is_never_in_a_message(self):
        with self.assertRaises(ValueError) as caught:
            renderacre.Client("http://x", "s3cret value")

        self.assertNotIn("s3cret", str(caught.exception))

    def test_waiting_for_a_farm_that_was_never_there_ends_at_once(self):
        with renderacre.Client("http://127.0.0.1:9", timeout=1) as client:
            with self.assertRaises(renderacre.FarmUnreachableError):
                client.wait(IDENT)
