"""Templates, checked and made into jobs in this process."""

import os
import unittest

import renderacre

TEMPLATE = """\
specificationVersion: jobtemplate-2023-09
name: "Shot {{Param.Shot}}"
parameterDefinitions:
  - name: Shot
    type: STRING
  - name: Scene
    type: PATH
    default: scene.blend
steps:
  - name: Render
    parameterSpace:
      taskParameterDefinitions:
        - name: Frame
          type: INT
          range: 1-10
    script:
      actions:
        onRun:
          command: render
          args: ["{{Task.Param.Frame}}"]
  - name: Encode
    dependencies:
      - dependsOn: Render
    script:
      actions:
        onRun:
          command: encode
"""


class TemplateTests(unittest.TestCase):
    def test_a_valid_template_has_no_faults(self):
        self.assertEqual(renderacre.check_template(TEMPLATE), [])

    def test_every_fault_has_its_place(self):
        faults = renderacre.check_template(
            "specificationVersion: jobtemplate-2023-09\nname: x\nsteps:\n  - name: A\n    nmae: B\n")

        self.assertEqual({(fault.line, fault.column > 0) for fault in faults} & {(5, True)}, {(5, True)})
        self.assertTrue(all(fault.path.startswith("steps[0]") and fault.message for fault in faults), faults)
        self.assertGreaterEqual(len(faults), 2)

    def test_what_is_no_document_has_one_fault(self):
        fault, = renderacre.check_template("a: [")

        self.assertGreaterEqual(fault.line, 1)

    def test_extensions_may_be_refused(self):
        text = TEMPLATE.replace("name: \"Shot", "extensions: [EXPR]\nname: \"Shot", 1)

        self.assertEqual(renderacre.check_template(text), [])
        self.assertTrue(renderacre.check_template(text, extensions=[]))
        with self.assertRaisesRegex(ValueError, "NONE_SUCH"):
            renderacre.check_template(text, extensions=["NONE_SUCH"])

    def test_a_summary_tells_what_comes_of_a_template(self):
        summary = renderacre.summarize_template(TEMPLATE, {"Shot": "010"})

        self.assertEqual((summary.name, summary.tasks_total), ("Shot 010", 11))
        self.assertEqual([(step.name, step.tasks) for step in summary.steps], [("Render", 10), ("Encode", 1)])
        self.assertEqual(summary.steps[1].dependencies, ["Render"])
        self.assertEqual(summary.steps[0].parameters[0].type, "INT")

    def test_relative_paths_are_joined_to_the_folders_that_are_given(self):
        folder = os.path.abspath(os.path.join(os.sep, "shows"))

        summary = renderacre.summarize_template(TEMPLATE, {"Shot": "010"}, template_dir=folder)

        values = {parameter.name: parameter.value for parameter in summary.parameters}
        self.assertEqual(values["Scene"], os.path.join(folder, "scene.blend"))

    def test_a_job_is_made(self):
        job = renderacre.create_job(TEMPLATE, {"Shot": "010"})

        self.assertEqual(job["name"], "Shot 010")
        self.assertEqual([step["name"] for step in job["steps"]], ["Render", "Encode"])

    def test_what_makes_no_job_is_an_error_with_all_faults(self):
        with self.assertRaises(renderacre.TemplateError) as caught:
            renderacre.create_job(TEMPLATE, {"Sho": "010", "Scene": "x"})

        self.assertIsInstance(caught.exception, ValueError)
        text = " ".join(fault.message for fault in caught.exception.errors)
        self.assertIn("Shot", text)
        self.assertIn("Sho'", text)

    def test_values_of_every_type_are_taken(self):
        text = TEMPLATE.replace("type: STRING", "type: INT")

        self.assertEqual(renderacre.create_job(text, {"Shot": 10})["name"], "Shot 10")

    def test_wrong_types_are_type_errors(self):
        for arguments in [(None,), (b"x",), (TEMPLATE, [1]), (TEMPLATE, {1: 2}), (TEMPLATE, {"Shot": object()})]:
            with self.assertRaises((TypeError, ValueError)):
                renderacre.create_job(*arguments)

    def test_an_environment_template_stands_around_the_job(self):
        environment = (
            "specificationVersion: environment-2023-09\nenvironment:\n  name: Licence\n  variables: {A: b}\n")

        summary = renderacre.summarize_template(
            TEMPLATE, {"Shot": "010"}, environment_templates=[environment])

        self.assertEqual(summary.environments, ["Licence"])
