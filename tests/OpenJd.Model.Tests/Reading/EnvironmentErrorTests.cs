using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Reading;

/// <summary>Errors are asserted whole: place, path and remedy.</summary>
public sealed class EnvironmentErrorTests
{
    [Theory]
    [InlineData(
        "{name: E}",
        "line 4, column 3: jobEnvironments[0]: An environment needs 'script' or 'variables'.")]
    [InlineData(
        "{name: E, script: {actions: {}}}",
        "line 4, column 31: jobEnvironments[0] -> script -> actions: An environment's actions object needs "
            + "'onEnter' or 'onExit'.")]
    [InlineData(
        "{name: E, variables: {}}",
        "line 4, column 24: jobEnvironments[0] -> variables: variables must have at least 1 element.")]
    [InlineData(
        "{name: E, variables: {1A: x, B: 5}}",
        "line 4, column 25: jobEnvironments[0] -> variables -> 1A: A variable's name '1A' may hold letters a to "
            + "z, digits and underscores, and cannot begin with a digit.",
        "line 4, column 35: jobEnvironments[0] -> variables -> B: A variable's value must be text, not the "
            + "whole number 5. Put it in quotes.")]
    [InlineData(
        "{name: E, variables: {A: '{{Task.Param.X}}'}}",
        "line 4, column 28: jobEnvironments[0] -> variables -> A: 'Task.Param.X' is not known here. Task names "
            + "are known in the script of the step that defines them.")]
    [InlineData(
        "{name: E, variables: {A: x}}\n- {name: E, variables: {A: x}}",
        "line 5, column 3: jobEnvironments[1]: The environment name 'E' occurs twice.")]
    [InlineData(
        "{name: E, script: {actions: {onWrapTaskRun: {command: x}, onExit: {command: x}}}}",
        "line 4, column 32: jobEnvironments[0] -> script -> actions -> onWrapTaskRun: The field 'onWrapTaskRun' "
            + "needs the extension WRAP_ACTIONS in the template's 'extensions'.")]
    [InlineData(
        "{name: E, script: {let: ['a = 1'], actions: {onEnter: {command: '{{Env.File.No}}'}}}}",
        "line 4, column 22: jobEnvironments[0] -> script -> let: The field 'let' needs the extension EXPR in "
            + "the template's 'extensions'.",
        "line 4, column 67: jobEnvironments[0] -> script -> actions -> onEnter -> command: 'Env.File.No' is not "
            + "known here. Env.File names are known in the script of the environment that has the file.")]
    public void A_faulty_environment_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithEnvironment(text)));

    [Theory]
    [InlineData(
        "specificationVersion: jobtemplate-2023-09\nname: J\njobEnvironments:\n- {name: E, variables: {A: "
            + "x}}\nsteps: [{name: S, stepEnvironments: [{name: E, variables: {A: x}}], script: {actions: {onRun: "
            + "{command: run}}}}]\n",
        "line 5, column 38: steps[0] -> stepEnvironments[0]: The environment name 'E' occurs twice.")]
    public void An_environment_of_a_step_cannot_have_a_job_environments_name(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(text));
}
