using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Reading;

/// <summary>Errors are asserted whole: place, path and remedy.</summary>
public sealed class ParameterSpaceErrorTests
{
    [Theory]
    [InlineData(
        "parameterSpace: {taskParameterDefinitions: []}",
        "line 6, column 46: steps[0] -> parameterSpace -> taskParameterDefinitions: taskParameterDefinitions "
            + "must have at least 1 element.")]
    public void A_faulty_parameter_space_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithStepField(text)));

    [Theory]
    [InlineData(
        "{name: F, type: 'CHUNK[INT]', range: 1-9, chunks: {}}",
        "line 8, column 49: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> chunks: The field "
            + "'chunks' needs the extension TASK_CHUNKING in the template's 'extensions'.",
        "line 8, column 23: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> type: The type "
            + "CHUNK[INT] needs the extension TASK_CHUNKING in the template's 'extensions'.")]
    [InlineData(
        "{name: F, type: INT}",
        "line 8, column 7: steps[0] -> parameterSpace -> taskParameterDefinitions[0]: A task parameter needs "
            + "the field 'range'.")]
    [InlineData(
        "{name: F, type: INT, range: 1-}",
        "line 8, column 35: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> range: '1-' is not a "
            + "range of whole numbers: A whole number is missing at the end.")]
    [InlineData(
        "{name: F, type: INT, range: '1-9,5'}",
        "line 8, column 35: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> range: '1-9,5' is not "
            + "a range of whole numbers: The ranges 1 to 9 and 5 to 5 overlap: no two may share ground.")]
    [InlineData(
        "{name: F, type: INT, range: []}",
        "line 8, column 35: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> range: range must have "
            + "at least 1 element.")]
    [InlineData(
        "{name: F, type: INT, range: [1, x, 2.5]}",
        "line 8, column 39: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> range[1]: 'x' is not a "
            + "whole number of 64 bits.",
        "line 8, column 42: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> range[2]: '2.5' is not "
            + "a whole number of 64 bits.")]
    [InlineData(
        "{name: F, type: FLOAT, range: 1-5}",
        "line 8, column 37: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> range: The range of a "
            + "FLOAT parameter must be a list; one expression for it needs the extension EXPR in the template's "
            + "'extensions'.")]
    [InlineData(
        "{name: F, type: PATH, range: ['']}",
        "line 8, column 37: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> range[0]: A value "
            + "cannot be empty.")]
    [InlineData(
        "{name: F, type: STRING, range: ['{{Param.No}}']}",
        "line 8, column 39: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> range[0]: 'Param.No' "
            + "is not known here.")]
    [InlineData(
        "{name: F, type: INT, range: 1-2}\n    - {name: F, type: INT, range: 1-2}",
        "line 9, column 7: steps[0] -> parameterSpace -> taskParameterDefinitions[1]: The task parameter name "
            + "'F' occurs twice.")]
    public void A_faulty_task_parameter_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithTaskParameter(text)));

    [Theory]
    [InlineData(
        "{name: F, type: INT, range: 1-2}\n    combination: F * G",
        "line 9, column 18: steps[0] -> parameterSpace -> combination: combination names 'G', which is no task "
            + "parameter.")]
    [InlineData(
        "{name: Frame, type: INT, range: 1-2}\n    combination: Fram",
        "line 9, column 18: steps[0] -> parameterSpace -> combination: combination names 'Fram', which is no "
            + "task parameter. Did you mean 'Frame'?")]
    [InlineData(
        "{name: F, type: INT, range: 1-2}\n    combination: F * F",
        "line 9, column 18: steps[0] -> parameterSpace -> combination: combination names 'F' twice: each "
            + "parameter must occur once.")]
    [InlineData(
        "{name: F, type: INT, range: 1-2}\n    - {name: G, type: INT, range: 1-2}\n    combination: F",
        "line 10, column 18: steps[0] -> parameterSpace -> combination: combination leaves out G: each "
            + "parameter must occur once.")]
    [InlineData(
        "{name: F, type: INT, range: 1-2}\n    combination: (F",
        "line 9, column 18: steps[0] -> parameterSpace -> combination: combination ends where ',' or ')' is "
            + "expected.")]
    [InlineData(
        "{name: F, type: INT, range: 1-2}\n    combination: F,",
        "line 9, column 18: steps[0] -> parameterSpace -> combination: combination has ',' at character 2 where "
            + "'*' or the end is expected.")]
    [InlineData(
        "{name: F, type: INT, range: 1-2}\n    combination: ''",
        "line 9, column 18: steps[0] -> parameterSpace -> combination: combination cannot be empty.")]
    public void A_faulty_combination_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithTaskParameter(text)));
}
