using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Reading;

/// <summary>Errors are asserted whole: place, path and remedy.</summary>
public sealed class ActionErrorTests
{
    [Theory]
    [InlineData(
        "run",
        "line 6, column 22: steps[0] -> script -> actions -> onRun: An action must be an object, not text.")]
    [InlineData(
        "{}",
        "line 6, column 22: steps[0] -> script -> actions -> onRun: An action needs the field 'command'.")]
    [InlineData(
        "{command: ''}",
        "line 6, column 32: steps[0] -> script -> actions -> onRun -> command: command cannot be empty.")]
    [InlineData(
        "{command: \"a\\nb\"}",
        "line 6, column 32: steps[0] -> script -> actions -> onRun -> command: command cannot hold the control "
            + "character U+000A.")]
    [InlineData(
        "{command: 5}",
        "line 6, column 32: steps[0] -> script -> actions -> onRun -> command: command must be text, not the "
            + "whole number 5. Put it in quotes.")]
    [InlineData(
        "{command: '{{Task.Param.Frame}}'}",
        "line 6, column 32: steps[0] -> script -> actions -> onRun -> command: 'Task.Param.Frame' is not known "
            + "here. Task names are known in the script of the step that defines them.")]
    [InlineData(
        "{command: '{{Task.File.Run}}'}",
        "line 6, column 32: steps[0] -> script -> actions -> onRun -> command: 'Task.File.Run' is not known "
            + "here. Task names are known in the script of the step that defines them.")]
    [InlineData(
        "{command: '{{Env.File.Run}}'}",
        "line 6, column 32: steps[0] -> script -> actions -> onRun -> command: 'Env.File.Run' is not known "
            + "here. Env.File names are known in the script of the environment that has the file.")]
    [InlineData(
        "{command: run, args: []}",
        "line 6, column 43: steps[0] -> script -> actions -> onRun -> args: args must have at least 1 element.")]
    [InlineData(
        "{command: run, args: [a, 5]}",
        "line 6, column 47: steps[0] -> script -> actions -> onRun -> args[1]: An argument must be text, not "
            + "the whole number 5. Put it in quotes.")]
    [InlineData(
        "{command: run, timeout: 0}",
        "line 6, column 46: steps[0] -> script -> actions -> onRun -> timeout: timeout cannot be 0: it is a "
            + "whole number from 1 to 9223372036854775807.")]
    [InlineData(
        "{command: run, timeout: '5'}",
        "line 6, column 46: steps[0] -> script -> actions -> onRun -> timeout: timeout must be a whole number, "
            + "not text. A number as text needs the extension FEATURE_BUNDLE_1 in the template's 'extensions'.")]
    [InlineData(
        "{command: run, timeout: 1.5}",
        "line 6, column 46: steps[0] -> script -> actions -> onRun -> timeout: timeout must be a whole number, "
            + "not the number 1.5.")]
    [InlineData(
        "{command: run, cancelation: {mode: KILL}}",
        "line 6, column 57: steps[0] -> script -> actions -> onRun -> cancelation -> mode: mode cannot be "
            + "'KILL': it is one of TERMINATE, NOTIFY_THEN_TERMINATE.")]
    [InlineData(
        "{command: run, cancelation: {mode: TERMINATE, notifyPeriodInSeconds: 5}}",
        "line 6, column 91: steps[0] -> script -> actions -> onRun -> cancelation -> notifyPeriodInSeconds: "
            + "notifyPeriodInSeconds belongs to the mode NOTIFY_THEN_TERMINATE.")]
    [InlineData(
        "{command: run, cancelation: {mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: 601}}",
        "line 6, column 103: steps[0] -> script -> actions -> onRun -> cancelation -> notifyPeriodInSeconds: "
            + "notifyPeriodInSeconds cannot be 601: it is a whole number from 1 to 600.")]
    public void A_faulty_action_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithAction(text)));
}
