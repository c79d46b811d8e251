"""Submissions: what older releases gave is given still, and what they lacked is there."""

import inspect
import json
import unittest
import uuid

import renderacre
import renderacre.renderacre

PLAIN = {
    "name": "hello", "priority": 0, "max_retries": 0,
    "tasks": [{
        "name": "main",
        "command": {
            "executable": "python", "args": ["-c", "print('hi')"], "env": {}, "working_dir": None,
            "timeout_seconds": None,
        },
        "dependencies": [], "max_retries": None, "openjd": None,
    }],
    "openjd": None,
}


class RecordTests(unittest.TestCase):
    def test_a_running_task_tells_how_far_it_is_and_any_other_nothing(self):
        task = renderacre.Task({"progress": 42.5, "progress_message": "lighting"})

        self.assertEqual((task.progress, task.progress_message), (42.5, "lighting"))
        self.assertEqual((renderacre.Task({}).progress, renderacre.Task({}).progress_message), (None, None))

    def test_what_the_farm_does_not_know_is_warned_of(self):
        self.assertEqual(renderacre.Job({"warnings": ["no pool"]}).warnings, ["no pool"])
        self.assertEqual(renderacre.Job({}).warnings, [])


class CommandJobTests(unittest.TestCase):
    def test_a_plain_command_is_what_older_releases_made_of_it(self):
        text = renderacre.command_job("hello", "python", ["-c", "print('hi')"])

        self.assertEqual(text, json.dumps(PLAIN, indent=2))

    def test_arguments_go_by_name_and_may_be_a_tuple(self):
        text = renderacre.command_job(args=("-c", "print('hi')"), executable="python", name="hello")

        self.assertEqual(json.loads(text), PLAIN)

    def test_the_signature_begins_as_it_always_has(self):
        parameters = list(inspect.signature(renderacre.command_job).parameters)

        self.assertEqual(parameters[:3], ["name", "executable", "args"])

    def test_the_functions_are_where_older_releases_had_them(self):
        self.assertIs(renderacre.renderacre.command_job, renderacre.command_job)

    def test_everything_optional_reaches_the_submission(self):
        job = json.loads(renderacre.command_job(
            "n", "e", priority=-5, max_retries=2, env={"A": "ä"}, working_dir="/w", timeout=60, pools=["gpu"],
            requirements={"labels": {"site": "x"}, "pools": ["cpu"], "amounts": [{"name": "ram", "min": 1.5}],
                          "attributes": [{"name": "os", "anyOf": ["linux"]}]},
            limits=["nuke"], artifact_paths=["/out"], owner="o", project="p", queue="q", tags=["t"], comment="c"))

        self.assertEqual((job["priority"], job["max_retries"]), (-5, 2))
        task = job["tasks"][0]
        self.assertEqual(task["command"]["env"], {"A": "ä"})
        self.assertEqual((task["command"]["working_dir"], task["command"]["timeout_seconds"]), ("/w", 60))
        self.assertEqual(task["requirements"]["labels"], {"site": "x"})
        self.assertEqual(task["requirements"]["pools"], ["cpu", "gpu"])
        self.assertEqual(task["requirements"]["amounts"], [{"name": "ram", "min": 1.5, "max": None}])
        self.assertEqual(task["requirements"]["attributes"][0]["anyOf"], ["linux"])
        self.assertEqual((task["limits"], task["artifact_paths"]), (["nuke"], ["/out"]))
        marks = [job[name] for name in ("owner", "project", "queue", "tags", "comment")]
        self.assertEqual(marks, ["o", "p", "q", ["t"], "c"])

    def test_how_a_job_wants_to_be_treated_reaches_the_submission(self):
        ident = "01234567-89ab-8def-8123-456789abcdef"
        job = json.loads(renderacre.command_job(
            "n", "e", storage_profile="linux", policy={"max_running": 3, "steps": {"main": {"silence_max": 9}}},
            hooks=["movie", "https://x.example/r", {"hook": "b", "on": ["step_ended"]}],
            depends_on_jobs=[ident, {"job": uuid.UUID(ident), "when": "ended"}], frame_orders=[{"order": "reverse"}],
            output_checks=[{"path": "/out/a.exr", "bytes_min": 7}]))

        self.assertEqual(job["storage_profile"], "linux")
        self.assertEqual(job["policy"], {"max_running": 3, "steps": {"main": {"silence_max": 9}}})
        self.assertEqual(
            job["hooks"], [{"hook": "movie"}, {"url": "https://x.example/r"}, {"hook": "b", "on": ["step_ended"]}])
        self.assertEqual(job["depends_on_jobs"], [{"job": ident}, {"job": ident, "when": "ended"}])
        self.assertEqual(job["frame_orders"], [{"order": "reverse"}])
        self.assertEqual(job["tasks"][0]["output_checks"], [{"path": "/out/a.exr", "bytes_min": 7}])

    def test_a_policy_that_is_none_is_refused_with_its_place(self):
        for policy, place in (({"max_running": "many"}, "max_running"), ({"steps": {"S": 3}}, "steps")):
            with self.assertRaises(ValueError) as caught:
                renderacre.command_job("n", "e", policy=policy)
            self.assertIn("policy", str(caught.exception))
            self.assertIn(place, str(caught.exception))
        with self.assertRaises(ValueError):
            renderacre.command_job("n", "e", depends_on_jobs=["no id"])

    def test_more_tasks_may_depend_on_the_first(self):
        after = renderacre.task("after", "b", dependencies=["main"], max_retries=3)

        job = json.loads(renderacre.command_job("n", "a", tasks=[after]))

        self.assertEqual([task["name"] for task in job["tasks"]], ["main", "after"])
        self.assertEqual((job["tasks"][1]["dependencies"], job["tasks"][1]["max_retries"]), (["main"], 3))

    def test_several_tasks_make_a_job(self):
        job = json.loads(renderacre.tasks_job("n", [renderacre.task("x", "a"), renderacre.task("y", "b", ["1"])]))

        self.assertEqual([task["command"]["args"] for task in job["tasks"]], [[], ["1"]])

    def test_wrong_types_are_type_errors_that_name_the_argument(self):
        for arguments, name in [
            ((1, "python"), "name"), (("n", None), "executable"), (("n", "e", "abc"), "args"),
            (("n", "e", [1]), r"args\[0\]"), (("n", "e", {"a"}), "args"),
        ]:
            with self.assertRaisesRegex(TypeError, name):
                renderacre.command_job(*arguments)
        for options, name in [
            ({"priority": "1"}, "priority"), ({"priority": True}, "priority"), ({"env": {"A": 1}}, "env"),
            ({"env": ["A"]}, "env"), ({"timeout": 1.5}, "timeout"), ({"requirements": []}, "requirements"),
            ({"tags": "x"}, "tags"), ({"tasks": [1]}, r"tasks\[1\]"), ({"tasks": [{"x": 1}]}, "x"),
        ]:
            with self.assertRaisesRegex(TypeError, name):
                renderacre.command_job("n", "e", **options)

    def test_values_out_of_bounds_are_value_errors_that_name_the_argument(self):
        for options, name in [
            ({"priority": 1 << 31}, "priority"), ({"priority": 1 << 80}, "priority"),
            ({"max_retries": -1}, "max_retries"), ({"timeout": 0}, "timeout"), ({"requirements": {"labels": {"a": 1}}}, "requirements"),
        ]:
            with self.assertRaisesRegex(ValueError, name):
                renderacre.command_job("n", "e", **options)
        with self.assertRaisesRegex(ValueError, "tasks"):
            renderacre.tasks_job("n", [])

    def test_lone_surrogates_are_an_encoding_error(self):
        for arguments in [("a\ud800", "e"), ("n", "\udfff"), ("n", "e", ["\ud800"])]:
            with self.assertRaises(UnicodeEncodeError):
                renderacre.command_job(*arguments)

    def test_text_of_any_language_and_size_goes_through(self):
        for text in ["ünïcode 日本 😀 \0 \x7f \"\\/", "x" * 5000000]:
            self.assertEqual(json.loads(renderacre.command_job(text, "e"))["name"], text)


class OpenJdJobTests(unittest.TestCase):
    def test_a_template_is_what_older_releases_made_of_it(self):
        job = json.loads(renderacre.openjd_job("t", "name: x", '{"A": 1, "B": [true, "x"]}'))

        self.assertEqual(job, {
            "name": "t", "priority": 0, "max_retries": 0, "tasks": [],
            "openjd": {
                "template_yaml": "name: x", "parameters": {"A": 1, "B": [True, "x"]}, "asset_root": None,
                "supported_extensions": [], "path_mapping_rules": [], "template_dir": None,
                "current_working_dir": None,
            },
        })

    def test_everything_optional_reaches_the_submission(self):
        rule = {"source_path_format": "WINDOWS", "source_path": "Z:\\", "destination_path": "/z"}

        job = json.loads(renderacre.openjd_job(
            "t", "name: x", parameters={"F": 1.0, "I": 1 << 70, "L": [[1]]}, priority=3, extensions=["EXPR"],
            path_mapping_rules=[rule], environment_templates=["e"], asset_root="/a", template_dir="/t",
            current_working_dir="/c"))

        self.assertEqual(job["openjd"]["parameters"], {"F": 1.0, "I": 1 << 70, "L": [[1]]})
        self.assertEqual(job["openjd"]["path_mapping_rules"], [rule])
        self.assertEqual(job["openjd"]["environment_templates"], ["e"])
        self.assertEqual(job["openjd"]["supported_extensions"], ["EXPR"])

    def test_parameters_that_are_no_json_object_are_value_errors(self):
        for text in ["{", "[]", "1", "", "{'a': 1}"]:
            with self.assertRaisesRegex(ValueError, "parameters_json"):
                renderacre.openjd_job("t", "name: x", text)

    def test_parameters_given_as_a_dict_in_place_of_text_are_a_type_error(self):
        with self.assertRaisesRegex(TypeError, "parameters_json"):
            renderacre.openjd_job("t", "name: x", {})
        with self.assertRaisesRegex(TypeError, "parameters"):
            renderacre.openjd_job("t", "name: x", "{}", parameters={})

    def test_values_that_json_does_not_have_are_refused(self):
        endless = []
        endless.append(endless)
        for value, error in [
            (float("nan"), ValueError), (endless, ValueError), (object(), TypeError), ({1: 2}, TypeError),
        ]:
            with self.assertRaises(error):
                renderacre.openjd_job("t", "name: x", parameters={"A": value})

    def test_a_faulty_path_mapping_rule_is_a_value_error(self):
        with self.assertRaisesRegex(ValueError, "source_path_format"):
            renderacre.openjd_job("t", "x", path_mapping_rules=[{
                "source_path_format": "DOS", "source_path": "a", "destination_path": "b"}])
