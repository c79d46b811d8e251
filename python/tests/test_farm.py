"""A live farm, whose address is in RENDERACRE_URL: a controller that serves artifacts, and a worker."""

import json
import os
import sys
import tempfile
import threading
import time
import unittest

import renderacre

URL = os.environ.get("RENDERACRE_URL")
PATIENCE = 90
ENDED = "print('first', flush=True); print('last')"
HELD = "import sys, time; print('held', flush=True); time.sleep(600)"


@unittest.skipUnless(URL, "RENDERACRE_URL names no farm")
class FarmTests(unittest.TestCase):
    def setUp(self):
        self.farm = renderacre.Client(URL, timeout=PATIENCE)
        self.addCleanup(self.farm.close)

    def submit(self, script, **options):
        return self.farm.submit(renderacre.command_job(self.id(), sys.executable, ["-c", script], **options))

    def test_the_way_of_older_releases(self):
        job = json.loads(renderacre.submit_job(URL + "/", renderacre.command_job("hello", sys.executable, ["-V"])))

        self.assertIn(job["state"], ("queued", "running"))
        self.assertEqual(self.farm.wait(job["id"], timeout=PATIENCE).state, "succeeded")

    def test_a_refusal_tells_all_that_is_wrong(self):
        twice = [renderacre.task("a", "x"), renderacre.task("a", "x", dependencies=["none"])]
        with self.assertRaises(renderacre.FarmError) as caught:
            self.farm.submit(renderacre.tasks_job("job", twice))

        self.assertEqual(caught.exception.status, 400)
        self.assertIn("none", str(caught.exception.errors))

    def test_a_job_is_waited_for_with_its_progress(self):
        tasks = [renderacre.task("a", sys.executable, ["-V"]),
                 renderacre.task("b", sys.executable, ["-V"], dependencies=["a"])]
        seen = []

        job = self.farm.wait(
            self.farm.submit(renderacre.tasks_job("two", tasks)), timeout=PATIENCE,
            progress=lambda job: seen.append(job.progress))

        self.assertEqual((job.state, job.progress, job.tasks_total), ("succeeded", 1.0, 2))
        self.assertEqual((seen, seen[-1]), (sorted(seen), 1.0))

    def test_a_template_runs_with_its_parameters(self):
        template = json.dumps({
            "specificationVersion": "jobtemplate-2023-09", "name": "t",
            "parameterDefinitions": [{"name": "Word", "type": "STRING"}],
            "steps": [{
                "name": "S",
                "parameterSpace": {"taskParameterDefinitions": [{"name": "N", "type": "INT", "range": "1-3"}]},
                "script": {"actions": {"onRun": {
                    "command": sys.executable, "args": ["-c", "print('{{Param.Word}} {{Task.Param.N}}')"]}}},
            }],
        })

        job = self.farm.wait(
            self.farm.submit(renderacre.openjd_job("t", template, parameters={"Word": "wörd"})), timeout=PATIENCE)

        self.assertEqual(job.state, "succeeded")
        lines = [line for task in self.farm.tasks(job) for line in self.farm.logs(task, follow=False)]
        self.assertEqual([line for line in lines if line.startswith("wörd")], ["wörd 1", "wörd 2", "wörd 3"])

    def test_a_log_is_followed_to_its_end(self):
        job = self.submit(ENDED)

        self.assertEqual(list(self.farm.logs(job.tasks[0], timeout=PATIENCE))[-2:], ["first", "last"])

    def test_a_running_task_is_followed_live_and_cancelled(self):
        job = self.submit(HELD)
        lines = self.farm.logs(job.tasks[0], timeout=PATIENCE)
        self.assertTrue(any(line == "held" for line in lines))

        self.farm.cancel(job)

        self.assertEqual(self.farm.wait(job, timeout=PATIENCE).state, "cancelled")
        self.assertTrue(self.farm.task(job.tasks[0]).has_ended)

    def test_what_does_not_end_in_time_is_a_timeout(self):
        limit = self.farm.define_limit("full-" + os.urandom(4).hex(), 1)
        job = self.submit(HELD, limits=[limit.name, "nobody-defined-this"])

        with self.assertRaises(TimeoutError):
            self.farm.wait(job, timeout=0.3)
        with self.assertRaises(renderacre.WaitTimeoutError):
            list(self.farm.logs(job.tasks[0], timeout=0.3))
        self.farm.cancel(job)

    def test_jobs_are_held_back_and_put_first(self):
        job = self.submit("pass", limits=["nobody-defined-this"])

        self.assertEqual(self.farm.pause(job).state, "paused")
        self.assertEqual(self.farm.resume(job).state, "queued")
        self.assertEqual(self.farm.priority(job, 77).priority, 77)
        self.assertIn(job.id, [one.id for one in self.farm.list(state="queued")])
        self.farm.cancel_task(job.tasks[0])
        self.assertEqual(self.farm.get(job.id).tasks[0].state, "cancelled")
        self.assertEqual(self.farm.requeue_task(job.tasks[0].id).state, "pending")
        self.farm.cancel(job)
        self.assertEqual(self.farm.requeue(job, cancelled=True).tasks[0].state, "pending")
        self.farm.cancel(job)

    def test_failures_are_seen_and_requeued(self):
        job = self.farm.wait(self.submit("raise SystemExit('no such scene')"), timeout=PATIENCE)

        task, = self.farm.tasks(job, state="failed")
        self.assertEqual((job.state, task.exit_code), ("failed", 1))
        self.assertEqual(task.attempts[-1].failure_summary, "no such scene")
        self.farm.requeue(job)
        self.assertEqual(self.farm.wait(job, timeout=PATIENCE).tasks[0].attempts[-1].number, 2)

    def test_artifacts_are_listed_and_copied(self):
        folder = os.environ["RENDERACRE_ARTIFACTS"]
        made = os.path.join(tempfile.mkdtemp(dir=folder), "frame.txt")
        script = "open({0!r}, 'w').write('pixels'); print('RENDERACRE_ARTIFACT=' + {0!r})".format(made)
        job = self.farm.wait(self.submit(script), timeout=PATIENCE)

        artifact, = self.farm.artifacts(job)
        self.assertEqual((artifact.name, artifact.path, artifact.size_bytes), ("frame.txt", made, 6))
        with tempfile.TemporaryDirectory() as target:
            path = self.farm.download(artifact, target)
            with open(path) as file:
                self.assertEqual(file.read(), "pixels")
            self.assertEqual(os.listdir(target), ["frame.txt"])
            with self.assertRaises(OSError):
                self.farm.download(artifact, os.path.join(target, "none", "x"))

    def test_many_tasks_come_page_by_page(self):
        tasks = [renderacre.task("t{}".format(i), "x", limits=["nobody-defined-this"]) for i in range(1200)]
        job = self.farm.submit(renderacre.tasks_job("many", tasks))

        found = [task.name for task in self.farm.tasks(job)]

        self.assertEqual((len(job.tasks), job.tasks_total), (1000, 1200))
        self.assertEqual(found, ["t{}".format(i) for i in range(1200)])
        self.farm.cancel(job)

    def test_the_farm_tells_of_itself(self):
        self.assertIn("online", [worker.state for worker in self.farm.workers()])
        name = "limit-" + os.urandom(4).hex()
        self.assertEqual(self.farm.define_limit(name, 3).max_count, 3)
        self.assertIn(name, [limit.name for limit in self.farm.limits()])
        self.assertEqual(self.farm.define_limit(name, 4, counted_per="host", headroom=1).available, 3)
        self.farm.delete_limit(name)
        self.assertNotIn(name, [limit.name for limit in self.farm.limits()])
        self.assertGreaterEqual(self.farm.stats()["workers_online"], 1)
        self.assertTrue(all(entry.message for entry in self.farm.farm_logs()))

    def test_changes_come_as_they_happen(self):
        job = self.submit("pass", limits=["nobody-defined-this"])
        changes = self.farm.events(job)
        started = threading.Timer(0.2, lambda: self.farm.cancel(job))
        started.start()

        change = next(changes)

        self.assertEqual(change.job_id, job.id)
        started.join()
        changes.close()

    def test_jobs_and_tasks_are_explained(self):
        job = self.submit("pass", limits=["nobody-defined-this"])

        for what in (job, job.id, job.tasks[0], job.tasks[0].id):
            self.assertIn("nobody-defined-this", json.dumps(self.farm.explain(what)))
        with self.assertRaises(renderacre.FarmError):
            self.farm.explain("00000000-0000-8000-8000-000000000000")
        self.farm.cancel(job)

    def test_a_job_is_edited_cloned_archived_and_deleted(self):
        before = self.submit("pass")
        job = self.submit("pass", limits=["nobody-defined-this"], policy={"max_running": 1})

        edited = self.farm.edit(
            job, name="edited", tags=["night"], priority=5, policy={"max_running": 3}, add_depends_on_jobs=[before])
        self.assertEqual((edited.name, edited["tags"], edited.priority), ("edited", ["night"], 5))
        self.assertEqual(edited["policy"]["max_running"], 3)
        self.farm.edit(job, drop_depends_on_jobs=[before])
        copy = self.farm.clone(job, name="copy", comment="a second time")
        self.assertEqual((copy.name, copy["comment"], copy["tags"]), ("copy", "a second time", ["night"]))
        self.farm.cancel(copy)
        self.farm.cancel(job)
        self.farm.wait(job, timeout=PATIENCE)

        self.assertTrue(self.farm.archive(job).id == job.id)
        self.assertNotIn(job.id, [one.id for one in self.farm.list(state="cancelled")])
        self.farm.archive(job, archived=False)
        self.assertIn(job.id, [one.id for one in self.farm.list(state="cancelled")])
        self.farm.delete(job)
        with self.assertRaises(renderacre.FarmError):
            self.farm.get(job)

    def test_a_clone_of_a_template_takes_other_values(self):
        template = json.dumps({
            "specificationVersion": "jobtemplate-2023-09", "name": "t",
            "parameterDefinitions": [{"name": "Word", "type": "STRING"}],
            "steps": [{"name": "S", "script": {"actions": {"onRun": {
                "command": sys.executable, "args": ["-c", "print('{{Param.Word}}')"]}}}}],
        })
        first = self.farm.submit(renderacre.openjd_job("t", template, parameters={"Word": "one"}))

        second = self.farm.wait(self.farm.clone(first, parameters={"Word": "two"}), timeout=PATIENCE)

        self.assertEqual(list(self.farm.logs(second.tasks[0], follow=False))[-1], "two")

    def test_jobs_wait_for_jobs_and_succeeded_tasks_run_again(self):
        first = self.submit("pass")
        second = self.submit("pass", depends_on_jobs=[{"job": first, "when": "ended"}])

        self.assertEqual(self.farm.wait(second, timeout=PATIENCE).state, "succeeded")
        self.assertEqual(self.farm.get(first).state, "succeeded")
        self.assertIn(self.farm.requeue_task(first.tasks[0], succeeded=True).state, ("pending", "leased", "running"))
        self.assertEqual(self.farm.wait(first, timeout=PATIENCE).tasks[0].attempts[-1].number, 2)

    def test_what_has_succeeded_of_a_step_runs_again(self):
        def step(name):
            return {"name": name, "script": {"actions": {"onRun": {"command": sys.executable, "args": ["-c", "pass"]}}}}
        template = json.dumps({
            "specificationVersion": "jobtemplate-2023-09", "name": "t", "steps": [step("Render"), step("Comp")]})
        job = self.farm.wait(self.farm.submit(renderacre.openjd_job("t", template)), timeout=PATIENCE)

        self.farm.requeue(job, succeeded=True, step="Comp")

        again = self.farm.wait(job, timeout=PATIENCE)
        self.assertEqual({task.name: len(task.attempts) for task in again.tasks}, {"Render": 1, "Comp": 2})
        with self.assertRaisesRegex(renderacre.FarmError, "Did you mean 'Comp'"):
            self.farm.requeue(job, step="Cmop")

    def test_only_what_failed_is_submitted_again(self):
        tasks = [renderacre.task("good", sys.executable, ["-c", "pass"]),
                 renderacre.task("bad", sys.executable, ["-c", "raise SystemExit(1)"])]
        job = self.farm.wait(self.farm.submit(renderacre.tasks_job("half", tasks)), timeout=PATIENCE)

        again = self.farm.wait(self.farm.resubmit_failed(job), timeout=PATIENCE)

        self.assertEqual({task.name: len(task.attempts) for task in self.farm.tasks(again)}, {"good": 0, "bad": 1})

    def test_the_frame_that_is_asked_for_first_begins_first(self):
        template = json.dumps({
            "specificationVersion": "jobtemplate-2023-09", "name": "t",
            "steps": [{
                "name": "S",
                "parameterSpace": {"taskParameterDefinitions": [{"name": "N", "type": "INT", "range": "1-4"}]},
                "script": {"actions": {"onRun": {"command": sys.executable, "args": ["-c", "pass"]}}},
            }],
        })
        job = self.farm.wait(self.farm.submit(renderacre.openjd_job(
            "t", template, policy={"max_running": 1}, frame_orders=[{"order": "reverse"}])), timeout=PATIENCE)

        first = min(self.farm.tasks(job), key=lambda task: task.attempts[0]["started_at"])
        self.assertTrue(first.name.startswith("S[N=4]"), first.name)

    def test_a_policy_and_output_checks_hold(self):
        job = self.farm.wait(
            self.submit("print('careful')", policy={"output_rules": [{"pattern": "careful", "action": "fail"}]}),
            timeout=PATIENCE)
        self.assertEqual(job.tasks[0].attempts[-1].failure_summary, "careful")
        job = self.farm.wait(
            self.submit("pass", output_checks=[{"path": "/nowhere/frame.exr", "bytes_min": 10}]), timeout=PATIENCE)
        self.assertIn("/nowhere/frame.exr", job.tasks[0].attempts[-1].failure_summary)

    def test_hooks_that_the_farm_lacks_are_refused(self):
        with self.assertRaises(renderacre.FarmError) as caught:
            self.submit("pass", hooks=["movie", "https://chat.example.com/r", {"hook": "x", "on": ["step_ended"]}])

        self.assertIn("movie", str(caught.exception.errors))
        self.assertIn("chat.example.com", str(caught.exception.errors))

    def test_steps_and_tasks_are_held_back(self):
        template = json.dumps({
            "specificationVersion": "jobtemplate-2023-09", "name": "t",
            "steps": [{"name": "S", "script": {"actions": {"onRun": {"command": sys.executable, "args": ["-V"]}}}}],
        })
        job = self.farm.submit(renderacre.openjd_job("t", template, policy={"start_after": "2999-01-01T00:00:00Z"}))
        task = job.tasks[0]

        self.farm.pause_task(task)
        self.assertIn("paused", json.dumps(self.farm.explain(task)))
        self.farm.resume_task(task)
        self.farm.pause_step(job, "S")
        self.assertIn("paused", json.dumps(self.farm.explain(task)))
        self.farm.resume_step(job, "S")
        self.assertNotIn("paused", json.dumps(self.farm.explain(task)))
        self.farm.cancel(job)

    def test_workers_are_looked_after(self):
        worker = self.farm.workers()[0]
        self.addCleanup(self.farm.enable, worker)

        self.assertIn(self.farm.drain(worker, reason="new memory").status, ("draining", "disabled"))
        self.assertEqual(self.farm.worker(worker.id)["hold"]["reason"], "new memory")
        self.assertEqual(self.farm.enable(worker).status, "online")
        self.assertIn(self.farm.disable(worker, reason="smoke").status, ("draining", "disabled"))
        self.assertEqual(self.farm.enable(worker.id, reason="looked at it").status, "online")
        noted = self.farm.note(worker, "fan replaced")
        self.assertEqual((noted.notes[-1], noted.rest), ("fan replaced", None))
        with self.assertRaises(TypeError):
            self.farm.drain(7)

    def test_a_limit_that_is_shut_is_reopened(self):
        name = "limit-" + os.urandom(4).hex()
        self.farm.define_limit(name, 3)
        rule = {"exit_codes": [5], "action": "licence", "limit": name}
        job = self.submit(
            "raise SystemExit(5)", limits=[name], policy={"licence_delay": 3600, "exit_code_rules": [rule]})
        self.addCleanup(self.farm.cancel, job)
        deadline = time.monotonic() + PATIENCE
        while self.limit(name).get("closed") is None and time.monotonic() < deadline:
            time.sleep(0.05)

        self.assertEqual(self.limit(name)["closed"]["job_id"], job.id)
        self.assertIsNone(self.farm.reopen_limit(name).get("closed"))
        self.assertIsNone(self.limit(name).get("closed"))

    def limit(self, name):
        return next(limit for limit in self.farm.limits() if limit.name == name)

    def test_every_method_of_a_client_is_in_these_tests(self):
        with open(__file__) as file:
            text = file.read()
        public = [name for name in vars(renderacre.Client) if not name.startswith("_")]

        self.assertEqual([name for name in public if "farm.{}".format(name) not in text], [])
