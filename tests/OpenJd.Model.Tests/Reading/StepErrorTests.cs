using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Reading;

/// <summary>Errors are asserted whole: place, path and remedy.</summary>
public sealed class StepErrorTests
{
    [Theory]
    [InlineData(
        "steps: [{name: S}]\n",
        "line 3, column 9: steps[0]: A step needs the field 'script'.")]
    [InlineData(
        "steps:\n- {name: S, script: {actions: {onRun: {command: a}}}}\n- {name: S, script: {actions: {onRun: "
            + "{command: a}}}}\n",
        "line 5, column 3: steps[1]: The step name 'S' occurs twice.")]
    public void A_faulty_list_of_steps_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.Head + text));

    [Theory]
    [InlineData(
        "dependencies: [{dependsOn: S}, {dependsOn: T}, {dependsOn: T}]",
        "line 6, column 50: steps[0] -> dependencies[2]: The dependency on 'T' occurs twice.",
        "line 4, column 3: steps[0] -> dependencies: There is no step 'T' to depend on.",
        "line 4, column 3: steps[0] -> dependencies: The step 'S' cannot depend on itself.")]
    [InlineData(
        "dependencies: [{dependsOn: B}]\n- {name: B, dependencies: [{dependsOn: S}], script: {actions: {onRun: "
            + "{command: a}}}}",
        "line 4, column 3: steps[0] -> dependencies: Steps wait for each other in a circle: S -> B -> S.")]
    [InlineData(
        "bash: {script: x}",
        "line 6, column 3: steps[0] -> bash: The field 'bash' needs the extension FEATURE_BUNDLE_1 in the "
            + "template's 'extensions'.")]
    public void A_faulty_step_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithStepField(text)));

    [Theory]
    [InlineData(
        "actions: {}",
        "line 6, column 14: steps[0] -> script -> actions: A step's actions object needs the field 'onRun'.")]
    [InlineData(
        "actions: {onRun: {command: run}}\n    embeddedFiles: [{name: A, type: BINARY, data: ''}]",
        "line 7, column 37: steps[0] -> script -> embeddedFiles[0] -> type: An embedded file's type cannot be "
            + "'BINARY': it is one of TEXT.",
        "line 7, column 51: steps[0] -> script -> embeddedFiles[0] -> data: data cannot be empty.")]
    [InlineData(
        "actions: {onRun: {command: run}}\n    embeddedFiles: [{name: A, type: TEXT, data: x}, {name: A, type: "
            + "TEXT, data: x}]",
        "line 7, column 53: steps[0] -> script -> embeddedFiles[1]: The embedded file name 'A' occurs twice.")]
    [InlineData(
        "actions: {onRun: {command: run}}\n    embeddedFiles: [{name: A, type: TEXT, data: x, filename: a/b, "
            + "runnable: 'yes'}]",
        "line 7, column 62: steps[0] -> script -> embeddedFiles[0] -> filename: filename 'a/b' must be a plain "
            + "file name without a directory.",
        "line 7, column 77: steps[0] -> script -> embeddedFiles[0] -> runnable: runnable must be true or false, "
            + "not text.")]
    [InlineData(
        "actions: {onRun: {command: run}}\n    embeddedFiles: [{name: A, type: TEXT, data: x, endOfLine: LF}]",
        "line 7, column 52: steps[0] -> script -> embeddedFiles[0] -> endOfLine: The field 'endOfLine' needs "
            + "the extension FEATURE_BUNDLE_1 in the template's 'extensions'.")]
    public void A_faulty_script_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithScript(text)));
}
