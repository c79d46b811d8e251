using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Reading;

/// <summary>Errors are asserted whole: place, path and remedy.</summary>
public sealed class TemplateErrorTests
{
    [Theory]
    [InlineData(
        "[1]",
        "line 1, column 1: A job template must be an object, not a list.")]
    [InlineData(
        "{}",
        "line 1, column 1: A job template needs the field 'specificationVersion'.",
        "line 1, column 1: A job template needs the field 'name'.",
        "line 1, column 1: A job template needs the field 'steps'.")]
    [InlineData(
        "specificationVersion: jobtemplate-2024-01\nname: J\nsteps: [{name: S, script: {actions: {onRun: "
            + "{command: run}}}}]\n",
        "line 1, column 23: specificationVersion: specificationVersion cannot be 'jobtemplate-2024-01': it is "
            + "one of jobtemplate-2023-09. Did you mean 'jobtemplate-2023-09'?")]
    [InlineData(
        "specificationVersion: 5\nname: J\nsteps: [{name: S, script: {actions: {onRun: {command: run}}}}]\n",
        "line 1, column 23: specificationVersion: specificationVersion must be text, not the whole number 5. "
            + "Put it in quotes.")]
    [InlineData(
        "specificationVersion: jobtemplate-2023-09\nname: \"a\\nb\"\nsteps: [{name: S, script: {actions: "
            + "{onRun: {command: run}}}}]\n",
        "line 2, column 7: name: A job's name cannot hold the control character U+000A.")]
    [InlineData(
        "specificationVersion: jobtemplate-2023-09\nname: \"{{Param.X\"\nsteps: [{name: S, script: {actions: "
            + "{onRun: {command: run}}}}]\n",
        "line 2, column 7: name: '{{' at character 1 is not closed: put '}}' behind the name.")]
    [InlineData(
        "specificationVersion: jobtemplate-2023-09\nname: \"{{Param.Fame}} {{Session.WorkingDirectory}} "
            + "{{Task.Param.X}} {{Job.Name}}\"\nparameterDefinitions: [{name: Fram, type: INT}]\nsteps: [{name: S, "
            + "script: {actions: {onRun: {command: run}}}}]\n",
        "line 2, column 7: name: 'Param.Fame' is not known here. Did you mean 'Param.Fram'?",
        "line 2, column 7: name: 'Session.WorkingDirectory' is not known here. Session names can be used in "
            + "scripts and environments only.",
        "line 2, column 7: name: 'Task.Param.X' is not known here. Task names "
            + "are known in the script of the step that defines them.",
        "line 2, column 7: name: 'Job.Name' is not known here. Job.Name needs the extension EXPR.")]
    [InlineData(
        "specificationVersion: jobtemplate-2023-09\nname: \"{{Param.Dir}}\"\nparameterDefinitions: [{name: Dir, "
            + "type: PATH}]\nsteps: [{name: S, script: {actions: {onRun: {command: run}}}}]\n",
        "line 2, column 7: name: 'Param.Dir' is not known here. A PATH parameter's value is known on the host "
            + "only: use RawParam.Dir here.")]
    [InlineData(
        "specificationVersion: jobtemplate-2023-09\nname: \"{{1 + 1}}\"\nsteps: [{name: S, script: {actions: "
            + "{onRun: {command: run}}}}]\n",
        "line 2, column 7: name: '1 + 1' at character 1 is not a plain dotted name such as Param.Name; anything "
            + "else needs the EXPR extension.")]
    [InlineData(
        "specificationVersion: jobtemplate-2023-09\nname: J\nsteps: []\n",
        "line 3, column 8: steps: steps must have at least 1 element.")]
    [InlineData(
        "specificationVersion: jobtemplate-2023-09\nname: J\nsteps: {}\n",
        "line 3, column 8: steps: steps must be a list, not an object.")]
    [InlineData(
        "specificationVersion: jobtemplate-2023-09\nname: J\nsteps: [5]\n",
        "line 3, column 9: steps[0]: A step must be an object, not the whole number 5.")]
    [InlineData(
        "specificationVersion: environment-2023-09\nenvironment: {name: E}\nsteps: []\n",
        "line 3, column 1: steps: An environment template has no field 'steps'.",
        "line 2, column 14: environment: An environment needs 'script' or 'variables'.")]
    [InlineData(
        "specificationVersion: environment-2023-09\n",
        "line 1, column 1: An environment template needs the field 'environment'.")]
    public void A_fault_of_the_whole_template_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(text));

    [Theory]
    [InlineData(
        "nmae: K",
        "line 3, column 1: nmae: A job template has no field 'nmae'. Did you mean 'name'?")]
    [InlineData(
        "description: ''",
        "line 3, column 14: description: A description cannot be empty.")]
    [InlineData(
        "description: \"a\\0b\"",
        "line 3, column 14: description: A description cannot hold the control character U+0000.")]
    [InlineData(
        "extensions: [WRAP_ACTIONS]",
        "line 3, column 13: extensions: The extension WRAP_ACTIONS needs EXPR too.")]
    [InlineData(
        "extensions: [EXPRR, x]",
        "line 3, column 14: extensions[0]: There is no extension 'EXPRR'. Did you mean 'EXPR'?",
        "line 3, column 21: extensions[1]: An extension's name has 3 to 128 of the characters A to Z, 0 to 9 "
            + "and _.")]
    public void A_fault_of_a_field_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithField(text)));
}
