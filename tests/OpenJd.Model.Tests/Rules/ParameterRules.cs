using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §2 to §2.8.</summary>
internal static class ParameterRules
{
    public static Rule[] All { get; } =
    [
        new(
            "§2 types are known",
            Parameter("type: INT"),
            Parameter("type: NUMBER"),
            "A parameter's type cannot be 'NUMBER'"),
        new(
            "§2 types have small letters with EXPR only",
            Expr + Parameter("type: int"),
            Parameter("type: int"),
            "Did you mean 'INT'?"),
        new(
            "§2 names are given once",
            Field("parameterDefinitions: [{name: A, type: INT}, {name: a, type: INT}]"),
            Field("parameterDefinitions: [{name: A, type: INT}, {name: A, type: INT}]"),
            "The parameter name 'A' occurs twice."),
        new(
            "§2.1 a STRING's default is text",
            Parameter("type: STRING, default: 'x'"),
            Parameter("type: STRING, default: 5"),
            "The value must be text"),
        new(
            "§2.1.4 a default is one of the allowed values",
            Parameter("type: STRING, default: a, allowedValues: [a]"),
            Parameter("type: STRING, default: b, allowedValues: [a]"),
            "The value 'b' is not one of the allowed: a."),
        new(
            "§2.1.4 allowed values are not empty",
            Parameter("type: STRING, allowedValues: [a]"),
            Parameter("type: STRING, allowedValues: []"),
            "at least 1 element"),
        new(
            "§2.1.5 minLength bounds a default",
            Parameter("type: STRING, default: ab, minLength: 2"),
            Parameter("type: STRING, default: a, minLength: 2"),
            "2 are the fewest"),
        new(
            "§2.1.6 maxLength bounds a default",
            Parameter("type: STRING, default: a, maxLength: 1"),
            Parameter("type: STRING, default: ab, maxLength: 1"),
            "1 are the most"),
        new(
            "§2.1.5 minLength is not above maxLength",
            Parameter("type: STRING, minLength: 2, maxLength: 2"),
            Parameter("type: STRING, minLength: 3, maxLength: 2"),
            "minLength 3 is above maxLength 2."),
        new(
            "§2.1.5 minLength is 0 or more",
            Parameter("type: STRING, minLength: 0"),
            Parameter("type: STRING, minLength: -1"),
            "minLength cannot be -1"),
        new(
            "§2.1.5 minLength is a whole number",
            Parameter("type: STRING, minLength: 1"),
            Parameter("type: STRING, minLength: '1'"),
            "minLength must be a whole number"),
        new(
            "§2.1.7 LINE_EDIT goes without allowed values",
            Parameter("type: STRING, userInterface: {control: LINE_EDIT}"),
            Parameter("type: STRING, allowedValues: [a], userInterface: {control: LINE_EDIT}"),
            "The control LINE_EDIT cannot be used with 'allowedValues'."),
        new(
            "§2.1.7 MULTILINE_EDIT goes without allowed values",
            Parameter("type: STRING, userInterface: {control: MULTILINE_EDIT}"),
            Parameter("type: STRING, allowedValues: [a], userInterface: {control: MULTILINE_EDIT}"),
            "cannot be used with 'allowedValues'"),
        new(
            "§2.1.7 DROPDOWN_LIST needs allowed values",
            Parameter("type: STRING, allowedValues: [a], userInterface: {control: DROPDOWN_LIST}"),
            Parameter("type: STRING, userInterface: {control: DROPDOWN_LIST}"),
            "The control DROPDOWN_LIST needs 'allowedValues'."),
        new(
            "§2.1.7 CHECK_BOX needs a pair in any case",
            Parameter("type: STRING, allowedValues: [Yes, 'NO'], userInterface: {control: CHECK_BOX}"),
            Parameter("type: STRING, allowedValues: ['yes', 'off'], userInterface: {control: CHECK_BOX}"),
            "The control CHECK_BOX needs two 'allowedValues'"),
        new(
            "§2.1.7 controls are known",
            Parameter("type: STRING, userInterface: {control: HIDDEN}"),
            Parameter("type: STRING, userInterface: {control: SPIN_BOX}"),
            "control cannot be 'SPIN_BOX'"),
        new(
            "§2.2.7 objectType is FILE or DIRECTORY",
            Parameter("type: PATH, objectType: FILE"),
            Parameter("type: PATH, objectType: LINK"),
            "objectType cannot be 'LINK'"),
        new(
            "§2.2.8 dataFlow is one of four",
            Parameter("type: PATH, dataFlow: INOUT"),
            Parameter("type: PATH, dataFlow: BOTH"),
            "dataFlow cannot be 'BOTH'"),
        new(
            "§2.2 a default may be absolute until a job is made",
            Parameter("type: PATH, default: /a"),
            Parameter("type: PATH, default: 5"),
            "a path as text"),
        new(
            "§2.2.9 file filters belong to file controls",
            Parameter("type: PATH, objectType: FILE, userInterface: {fileFilters: [{label: L, patterns: ['*']}]}"),
            Parameter("type: PATH, objectType: DIRECTORY, userInterface: {fileFilters: [{label: L, patterns: ['*']}]}"),
            "fileFilters belongs to the control"),
        new(
            "§2.2.9 up to 20 filters",
            FilterCount(20),
            FilterCount(21),
            "fileFilters has 21 elements; 20 are the most."),
        new(
            "§2.3 an INT may be text",
            Parameter("type: INT, default: '5'"),
            Parameter("type: INT, default: '5.5'"),
            "is not a whole number of 64 bits"),
        new(
            "§2.3 an INT has 64 bits",
            Parameter("type: INT, default: 9223372036854775807"),
            Parameter("type: INT, default: 9223372036854775808"),
            "is not a whole number of 64 bits"),
        new(
            "§2.3 an INT has 64 bits below 0 too",
            Parameter("type: INT, default: -9223372036854775808"),
            Parameter("type: INT, default: -9223372036854775809"),
            "is not a whole number of 64 bits"),
        new(
            "§2.3.5 minValue bounds a default",
            Parameter("type: INT, default: 1, minValue: 1"),
            Parameter("type: INT, default: 0, minValue: 1"),
            "The value 0 is below minValue 1."),
        new(
            "§2.3.6 maxValue bounds a default",
            Parameter("type: INT, default: 1, maxValue: 1"),
            Parameter("type: INT, default: 2, maxValue: 1"),
            "The value 2 is above maxValue 1."),
        new(
            "§2.3 minValue is not above maxValue",
            Parameter("type: INT, minValue: 1, maxValue: '1'"),
            Parameter("type: INT, minValue: 2, maxValue: 1"),
            "minValue 2 is above maxValue 1."),
        new(
            "§2.3.7 singleStepDelta is 1 or more",
            Parameter("type: INT, userInterface: {singleStepDelta: 1}"),
            Parameter("type: INT, userInterface: {singleStepDelta: 0}"),
            "singleStepDelta cannot be 0"),
        new(
            "§2.3 an INT has no minLength",
            Parameter("type: INT, minValue: 1"),
            Parameter("type: INT, minLength: 1"),
            "An INT parameter has no field 'minLength'."),
        new(
            "§2.4 a FLOAT is a number",
            Parameter("type: FLOAT, default: 1e3"),
            Parameter("type: FLOAT, default: x"),
            "is not a finite decimal number"),
        new(
            "§2.4 a FLOAT is finite",
            Parameter("type: FLOAT, default: 1e308"),
            Parameter("type: FLOAT, default: .inf"),
            "is not a finite decimal number"),
        new(
            "§2.4 a FLOAT is no truth value",
            Parameter("type: FLOAT, default: 1"),
            Parameter("type: FLOAT, default: true"),
            "not the boolean true"),
        new(
            "§2.4.7 decimals is 0 or more",
            Parameter("type: FLOAT, userInterface: {decimals: 0}"),
            Parameter("type: FLOAT, userInterface: {decimals: -1}"),
            "decimals cannot be -1"),
        new(
            "§2.4.7 singleStepDelta is above 0",
            Parameter("type: FLOAT, userInterface: {singleStepDelta: 0.1}"),
            Parameter("type: FLOAT, userInterface: {singleStepDelta: 0}"),
            "must be a number above 0"),
        new(
            "§2.5 a value has up to 1024 characters",
            Parameter($"type: STRING, default: {Many(1024)}"),
            Parameter($"type: STRING, default: {Many(1025)}"),
            "The value has 1025 characters; 1024 are the most."),
        new(
            "§2.6 a label has up to 64 characters",
            Parameter($"type: INT, userInterface: {{label: {Many(64)}}}"),
            Parameter($"type: INT, userInterface: {{label: {Many(65)}}}"),
            "A label has 65 characters; 64 are the most."),
        new(
            "§2.6 a label is not empty",
            Parameter("type: INT, userInterface: {label: l}"),
            Parameter("type: INT, userInterface: {label: ''}"),
            "A label cannot be empty."),
        new(
            "§2.6 a group label has no control characters",
            Parameter("type: INT, userInterface: {groupLabel: g}"),
            Parameter("type: INT, userInterface: {groupLabel: \"a\\nb\"}"),
            "U+000A"),
        new(
            "§2.7 a filter has patterns",
            Parameter("type: PATH, objectType: FILE, userInterface: {fileFilterDefault: {label: L, patterns: ['*']}}"),
            Parameter("type: PATH, objectType: FILE, userInterface: {fileFilterDefault: {label: L}}"),
            "A file filter needs the field 'patterns'."),
        new(
            "§2.8 a pattern has up to 20 characters",
            Patterns($"'*.{Many(18)}'"),
            Patterns($"'*.{Many(19)}'"),
            "A pattern has 21 characters; 20 are the most."),
        new(
            "§2.8 a pattern is *, *.* or an extension",
            Patterns("'*.*', '*.tar.gz'"),
            Patterns("'*.a?'"),
            "must be '*', '*.*' or '*.'"),
        new(
            "§2.1 a parameter has a name",
            Field("parameterDefinitions: [{name: P, type: INT}]"),
            Field("parameterDefinitions: [{type: INT}]"),
            "needs the field 'name'"),
        new(
            "§2.1 a parameter has a type",
            Field("parameterDefinitions: [{name: P, type: INT}]"),
            Field("parameterDefinitions: [{name: P}]"),
            "needs the field 'type'"),
        new(
            "§2.1.4 allowed values keep the lengths",
            Parameter("type: STRING, allowedValues: [ab], maxLength: 2"),
            Parameter("type: STRING, allowedValues: [abc], maxLength: 2"),
            "2 are the most"),
        new(
            "§2.1.6 maxLength is 1 or more",
            Parameter("type: STRING, maxLength: 1"),
            Parameter("type: STRING, maxLength: 0"),
            "maxLength cannot be 0"),
        new(
            "§2.2.4 a path's default is one of the allowed values",
            Parameter("type: PATH, default: /a, allowedValues: [/a]"),
            Parameter("type: PATH, default: /b, allowedValues: [/a]"),
            "is not one of the allowed: /a."),
        new(
            "§2.2.6 maxLength bounds a path",
            Parameter("type: PATH, default: ab, maxLength: 2"),
            Parameter("type: PATH, default: abc, maxLength: 2"),
            "2 are the most"),
        new(
            "§2.3.4 a number is one of the allowed",
            Parameter("type: INT, default: 2, allowedValues: [1, '2']"),
            Parameter("type: INT, default: 3, allowedValues: [1, '2']"),
            "The value '3' is not one of the allowed: 1, 2."),
        new(
            "§2.4.4 a decimal number is one of the allowed",
            Parameter("type: FLOAT, default: 1, allowedValues: [1.0]"),
            Parameter("type: FLOAT, default: 1.5, allowedValues: [1.0]"),
            "is not one of the allowed"),
        new(
            "§2.4.5 minValue bounds a decimal number",
            Parameter("type: FLOAT, default: 0.5, minValue: 0.5"),
            Parameter("type: FLOAT, default: 0.4, minValue: 0.5"),
            "The value 0.4 is below minValue 0.5."),
        new(
            "§2.4.6 maxValue bounds a decimal number",
            Parameter("type: FLOAT, default: 0.5, maxValue: '0.5'"),
            Parameter("type: FLOAT, default: 0.6, maxValue: '0.5'"),
            "The value 0.6 is above maxValue 0.5."),
        new(
            "§2.4 minValue of decimal numbers is not above maxValue",
            Parameter("type: FLOAT, minValue: 0.5, maxValue: 0.5"),
            Parameter("type: FLOAT, minValue: 0.6, maxValue: 0.5"),
            "minValue 0.6 is above maxValue 0.5."),
        new(
            "§2.5 an allowed value has up to 1024 characters",
            Parameter($"type: STRING, allowedValues: [{Many(1024)}]"),
            Parameter($"type: STRING, allowedValues: [{Many(1025)}]"),
            "The value has 1025 characters; 1024 are the most."),
        new(
            "§2.6 a group label has up to 64 characters",
            Parameter($"type: INT, userInterface: {{groupLabel: {Many(64)}}}"),
            Parameter($"type: INT, userInterface: {{groupLabel: {Many(65)}}}"),
            "A group label has 65 characters; 64 are the most."),
        new(
            "§2.7 a filter has a label",
            Patterns("'*'"),
            Parameter("type: PATH, objectType: FILE, userInterface: {fileFilterDefault: {patterns: ['*']}}"),
            "A file filter needs the field 'label'."),
        new(
            "§2.7 a filter's label has up to 64 characters",
            Labelled(64),
            Labelled(65),
            "A label has 65 characters; 64 are the most."),
        new(
            "§2.8 a pattern is not empty",
            Patterns("'*'"),
            Patterns("''"),
            "A pattern cannot be empty."),
    ];

    private static string Labelled(int length) => Parameter(
        "type: PATH, objectType: FILE, userInterface: "
            + $"{{fileFilterDefault: {{label: {Many(length)}, patterns: ['*']}}}}");

    private static string FilterCount(int count) => Parameter(
        "type: PATH, objectType: FILE, userInterface: {fileFilters: "
            + $"[{List(count, _ => "{label: L, patterns: ['*']}")}]}}");

    private static string Patterns(string patterns) => Parameter(
        $"type: PATH, objectType: FILE, userInterface: {{fileFilterDefault: {{label: L, patterns: [{patterns}]}}}}");
}
