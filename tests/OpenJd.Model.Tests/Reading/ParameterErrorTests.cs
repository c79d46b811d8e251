using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Reading;

/// <summary>Errors are asserted whole: place, path and remedy.</summary>
public sealed class ParameterErrorTests
{
    [Theory]
    [InlineData(
        "5",
        "line 4, column 3: parameterDefinitions[0]: A parameter definition must be an object, not the whole "
            + "number 5.")]
    [InlineData(
        "{name: A}",
        "line 4, column 3: parameterDefinitions[0]: A parameter definition needs the field 'type'.")]
    [InlineData(
        "{type: INT}",
        "line 4, column 3: parameterDefinitions[0]: An INT parameter needs the field 'name'.")]
    [InlineData(
        "{name: A, type: BOOL}",
        "line 4, column 19: parameterDefinitions[0] -> type: The type BOOL needs the extension EXPR in the "
            + "template's 'extensions'.")]
    [InlineData(
        "{name: A, type: int}",
        "line 4, column 19: parameterDefinitions[0] -> type: A parameter's type cannot be 'int': it is one of "
            + "STRING, PATH, INT, FLOAT. Did you mean 'INT'?")]
    [InlineData(
        "{name: 1A, type: INT}",
        "line 4, column 10: parameterDefinitions[0] -> name: A parameter's name '1A' may hold letters a to z, "
            + "digits and underscores, and cannot begin with a digit.")]
    [InlineData(
        "{name: '', type: INT}",
        "line 4, column 10: parameterDefinitions[0] -> name: A parameter's name cannot be empty.")]
    [InlineData(
        "{name: A, type: INT, minLength: 1}",
        "line 4, column 24: parameterDefinitions[0] -> minLength: An INT parameter has no field 'minLength'.")]
    [InlineData(
        "{name: A, type: STRING, minLength: 3, maxLength: 2}",
        "line 4, column 3: parameterDefinitions[0]: minLength 3 is above maxLength 2.")]
    [InlineData(
        "{name: A, type: STRING, maxLength: 0}",
        "line 4, column 38: parameterDefinitions[0] -> maxLength: maxLength cannot be 0: it is a whole number "
            + "from 1 to 9223372036854775807.")]
    [InlineData(
        "{name: A, type: STRING, minLength: 1.0}",
        "line 4, column 38: parameterDefinitions[0] -> minLength: minLength must be a whole number, not the "
            + "number 1.0.")]
    public void A_faulty_parameter_definition_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithParameter(text)));

    [Theory]
    [InlineData(
        "{name: A, type: STRING, default: 5}",
        "line 4, column 36: parameterDefinitions[0] -> default: The value must be text, not the whole number 5.")]
    [InlineData(
        "{name: A, type: STRING, default: abc, maxLength: 2}",
        "line 4, column 36: parameterDefinitions[0] -> default: The value 'abc' has 3 characters; 2 are the "
            + "most.")]
    [InlineData(
        "{name: A, type: STRING, default: c, allowedValues: [a, b]}",
        "line 4, column 36: parameterDefinitions[0] -> default: The value 'c' is not one of the allowed: a, b.")]
    [InlineData(
        "{name: A, type: STRING, allowedValues: []}",
        "line 4, column 42: parameterDefinitions[0] -> allowedValues: allowedValues must have at least 1 "
            + "element.")]
    [InlineData(
        "{name: A, type: INT, default: 1.5}",
        "line 4, column 33: parameterDefinitions[0] -> default: The value must be a whole number of 64 bits, "
            + "not the number 1.5.")]
    [InlineData(
        "{name: A, type: INT, default: '1.5'}",
        "line 4, column 33: parameterDefinitions[0] -> default: The value '1.5' is not a whole number of 64 "
            + "bits.")]
    [InlineData(
        "{name: A, type: INT, default: 3, minValue: 4}",
        "line 4, column 33: parameterDefinitions[0] -> default: The value 3 is below minValue 4.")]
    [InlineData(
        "{name: A, type: INT, minValue: 5, maxValue: 4}",
        "line 4, column 3: parameterDefinitions[0]: minValue 5 is above maxValue 4.")]
    [InlineData(
        "{name: A, type: INT, allowedValues: [1, 9], maxValue: 8}",
        "line 4, column 43: parameterDefinitions[0] -> allowedValues[1]: The value 9 is above maxValue 8.")]
    [InlineData(
        "{name: A, type: FLOAT, default: .inf}",
        "line 4, column 35: parameterDefinitions[0] -> default: The value '.inf' is not a finite decimal "
            + "number.")]
    [InlineData(
        "{name: A, type: PATH, objectType: FOLDER, dataFlow: in}",
        "line 4, column 37: parameterDefinitions[0] -> objectType: objectType cannot be 'FOLDER': it is one of "
            + "FILE, DIRECTORY.",
        "line 4, column 55: parameterDefinitions[0] -> dataFlow: dataFlow cannot be 'in': it is one of NONE, "
            + "IN, OUT, INOUT. Did you mean 'IN'?")]
    [InlineData(
        "{name: A, type: INT}\n- {name: A, type: STRING}",
        "line 5, column 3: parameterDefinitions[1]: The parameter name 'A' occurs twice.")]
    public void A_faulty_value_of_a_definition_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithParameter(text)));

    [Theory]
    [InlineData(
        "{name: A, type: STRING, userInterface: {control: DROPDOWN_LIST}}",
        "line 4, column 52: parameterDefinitions[0] -> userInterface -> control: The control DROPDOWN_LIST "
            + "needs 'allowedValues'.")]
    [InlineData(
        "{name: A, type: STRING, allowedValues: [a], userInterface: {control: LINE_EDIT}}",
        "line 4, column 72: parameterDefinitions[0] -> userInterface -> control: The control LINE_EDIT cannot "
            + "be used with 'allowedValues'.")]
    [InlineData(
        "{name: A, type: STRING, allowedValues: [a, b], userInterface: {control: CHECK_BOX}}",
        "line 4, column 75: parameterDefinitions[0] -> userInterface -> control: The control CHECK_BOX needs "
            + "two 'allowedValues': true and false, yes and no, on and off, or 1 and 0.")]
    [InlineData(
        "{name: A, type: INT, userInterface: {control: SPINBOX, singleStepDelta: 0}}",
        "line 4, column 49: parameterDefinitions[0] -> userInterface -> control: control cannot be 'SPINBOX': "
            + "it is one of SPIN_BOX, DROPDOWN_LIST, HIDDEN. Did you mean 'SPIN_BOX'?",
        "line 4, column 75: parameterDefinitions[0] -> userInterface -> singleStepDelta: singleStepDelta cannot "
            + "be 0: it is a whole number from 1 to 9223372036854775807.")]
    [InlineData(
        "{name: A, type: FLOAT, userInterface: {decimals: -1, singleStepDelta: 0}}",
        "line 4, column 73: parameterDefinitions[0] -> userInterface -> singleStepDelta: singleStepDelta must "
            + "be a number above 0.",
        "line 4, column 52: parameterDefinitions[0] -> userInterface -> decimals: decimals cannot be -1: it is "
            + "a whole number from 0 to 9223372036854775807.")]
    [InlineData(
        "{name: A, type: PATH, userInterface: {control: CHOOSE_DIRECTORY, fileFilters: [{label: L, patterns: "
            + "['*.png']}]}}",
        "line 4, column 81: parameterDefinitions[0] -> userInterface -> fileFilters: fileFilters belongs to the "
            + "control CHOOSE_INPUT_FILE or CHOOSE_OUTPUT_FILE, and the control here is CHOOSE_DIRECTORY.")]
    [InlineData(
        "{name: A, type: PATH, objectType: FILE, userInterface: {fileFilters: [{label: L, patterns: ['png']}]}}",
        "line 4, column 95: parameterDefinitions[0] -> userInterface -> fileFilters[0] -> patterns[0]: A "
            + "pattern 'png' must be '*', '*.*' or '*.' and a file extension without special characters.")]
    public void A_faulty_user_interface_is_told_with_its_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithParameter(text)));
}
