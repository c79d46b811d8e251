"""What is sent for changes of jobs, and what is not."""

import json
import unittest

import renderacre
from stand_in import StandIn

IDENT = "0a2f1f5e-0000-8000-8000-000000000001"
OTHER = "0a2f1f5e-0000-8000-8000-000000000002"


class EditTests(unittest.TestCase):
    def sent(self, ask):
        """Returns the path and the body that a call sends."""
        with StandIn(body=json.dumps({"id": IDENT}).encode()) as stand_in, renderacre.Client(stand_in.url) as farm:
            ask(farm)
        (_, path, _, body), = stand_in.requests
        return path, json.loads(body.decode())

    def test_only_what_is_given_is_sent(self):
        self.assertEqual(
            self.sent(lambda farm: farm.edit(
                IDENT, policy={}, tags=[], add_depends_on_jobs=[OTHER], drop_depends_on_jobs=[OTHER])),
            ("/v1/jobs/" + IDENT + "/edit", {
                "policy": {}, "tags": [], "add_depends_on_jobs": [{"job": OTHER}], "drop_depends_on_jobs": [OTHER]}))
        self.assertEqual(
            self.sent(lambda farm: farm.clone(IDENT, failed=True, priority=0, parameters={"Count": 5})),
            ("/v1/jobs/" + IDENT + "/clone", {"failed": True, "priority": 0, "parameters": {"Count": 5}}))

    def test_what_is_requeued_is_named(self):
        self.assertEqual(
            self.sent(lambda farm: farm.requeue(IDENT, failed=False, succeeded=True, step="Comp")),
            ("/v1/jobs/" + IDENT + "/requeue", {
                "failed": False, "cancelled": False, "succeeded": True, "step": "Comp"}))

    def test_a_wrong_name_is_a_type_error_and_nothing_is_sent(self):
        with StandIn() as stand_in, renderacre.Client(stand_in.url) as farm:
            for change in (farm.edit, farm.clone):
                with self.assertRaisesRegex(TypeError, "priorty"):
                    change(IDENT, priorty=7)
        self.assertEqual(stand_in.requests, [])
