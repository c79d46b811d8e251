using OpenJd.Model.Tests.Support;
using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §1 and §7.</summary>
internal static class RootRules
{
    public static Rule[] All { get; } =
    [
        new(
            "§1.1.1 a job template names its version",
            Field("description: d"),
            "specificationVersion: jobtemplate-2024-01\nname: J\n" + TemplateText.OneStep,
            "specificationVersion cannot be 'jobtemplate-2024-01': it is one of jobtemplate-2023-09."),
        new("§1.1.2 $schema is text", Field("$schema: x"), Field("$schema: 5"), "$schema must be text"),
        new(
            "§1.1.3 extensions are not empty",
            Field("extensions: [EXPR]"),
            Field("extensions: []"),
            "at least 1 element"),
        new("§1.1.3 each extension once", Field(Both), Field("extensions: [EXPR, EXPR]"), "EXPR occurs twice"),
        new("§1.1.2 extensions have names", Field(Both), Field("extensions: [AB]"), "3 to 128 of the characters"),
        new("§1.1.3 extensions are known", Field(Both), Field("extensions: [EXPRESSIONS]"), "There is no extension"),
        new(
            "§1.1.4 a job has a name",
            Field("description: d"),
            "specificationVersion: jobtemplate-2023-09\n" + TemplateText.OneStep,
            "A job template needs the field 'name'."),
        new(
            "§1.1.6 up to 50 parameters",
            Field($"parameterDefinitions: [{List(50, i => $"{{name: P{i}, type: INT}}")}]"),
            Field($"parameterDefinitions: [{List(51, i => $"{{name: P{i}, type: INT}}")}]"),
            "parameterDefinitions has 51 elements; 50 are the most."),
        new(
            "§1.1.6 up to 200 parameters with FEATURE_BUNDLE_1",
            Bundle + Field($"parameterDefinitions: [{List(200, i => $"{{name: P{i}, type: INT}}")}]"),
            Bundle + Field($"parameterDefinitions: [{List(201, i => $"{{name: P{i}, type: INT}}")}]"),
            "parameterDefinitions has 201 elements; 200 are the most."),
        new(
            "§1.1.6 parameters are not empty",
            Field("parameterDefinitions: [{name: P, type: INT}]"),
            Field("parameterDefinitions: []"),
            "at least 1 element"),
        new(
            "§1.1.7 environments differ in name",
            Field("jobEnvironments: [{name: A, variables: {V: v}}, {name: B, variables: {V: v}}]"),
            Field("jobEnvironments: [{name: A, variables: {V: v}}, {name: A, variables: {V: v}}]"),
            "The environment name 'A' occurs twice."),
        new(
            "§1.1.7 a step's environment is not called like the job's",
            TwoEnvironments("A", "B"),
            TwoEnvironments("A", "A"),
            "The environment name 'A' occurs twice."),
        new(
            "§1.1.8 there is a step",
            Field("description: d"),
            TemplateText.Head + "steps: []\n",
            "steps must have at least 1 element."),
        new(
            "§1.1 no other fields",
            Field("description: d"),
            Field("color: red"),
            "A job template has no field 'color'."),
        new(
            "§1.1.1 a job's name has up to 128 characters",
            $"specificationVersion: jobtemplate-2023-09\nname: {Many(128)}\n{TemplateText.OneStep}",
            $"specificationVersion: jobtemplate-2023-09\nname: {Many(129)}\n{TemplateText.OneStep}",
            "A job's name has 129 characters; 128 are the most."),
        new(
            "§1.1.1 a job's name has up to 512 characters with FEATURE_BUNDLE_1",
            $"{Bundle}specificationVersion: jobtemplate-2023-09\nname: {Many(512)}\n{TemplateText.OneStep}",
            $"{Bundle}specificationVersion: jobtemplate-2023-09\nname: {Many(513)}\n{TemplateText.OneStep}",
            "A job's name has 513 characters; 512 are the most."),
        new(
            "§1.1.1 a job's name has no control characters",
            $"specificationVersion: jobtemplate-2023-09\nname: 'a b'\n{TemplateText.OneStep}",
            $"specificationVersion: jobtemplate-2023-09\nname: \"a\\tb\"\n{TemplateText.OneStep}",
            "A job's name cannot hold the control character U+0009."),
        new(
            "§1.2 an environment template has an environment",
            EnvironmentTemplate("environment: {name: E, variables: {V: v}}"),
            EnvironmentTemplate("extensions: [EXPR]"),
            "An environment template needs the field 'environment'."),
        new(
            "§1.2.2 up to 50 parameters, with FEATURE_BUNDLE_1 too",
            EnvironmentTemplate(
                $"environment: {{name: E, variables: {{V: v}}}}\n{Bundle}"
                    + $"parameterDefinitions: [{List(50, i => $"{{name: P{i}, type: INT}}")}]"),
            EnvironmentTemplate(
                $"environment: {{name: E, variables: {{V: v}}}}\n{Bundle}"
                    + $"parameterDefinitions: [{List(51, i => $"{{name: P{i}, type: INT}}")}]"),
            "parameterDefinitions has 51 elements; 50 are the most."),
        new(
            "§1.2 an environment template has no steps",
            EnvironmentTemplate("environment: {name: E, variables: {V: v}}"),
            EnvironmentTemplate("environment: {name: E, variables: {V: v}}\nname: x"),
            "An environment template has no field 'name'."),
        new(
            "§7.1 an identifier has up to 64 characters",
            Field($"parameterDefinitions: [{{name: {Many(64)}, type: INT}}]"),
            Field($"parameterDefinitions: [{{name: {Many(65)}, type: INT}}]"),
            "A parameter's name has 65 characters; 64 are the most."),
        new(
            "§7.1 an identifier has up to 512 characters with FEATURE_BUNDLE_1",
            Bundle + Field($"parameterDefinitions: [{{name: {Many(512)}, type: INT}}]"),
            Bundle + Field($"parameterDefinitions: [{{name: {Many(513)}, type: INT}}]"),
            "A parameter's name has 513 characters; 512 are the most."),
        new(
            "§7.1 an identifier begins with no digit",
            Field("parameterDefinitions: [{name: _1, type: INT}]"),
            Field("parameterDefinitions: [{name: 1_, type: INT}]"),
            "cannot begin with a digit"),
        new(
            "§7.1 an identifier has Latin letters",
            Field("parameterDefinitions: [{name: gruen, type: INT}]"),
            Field("parameterDefinitions: [{name: grün, type: INT}]"),
            "may hold letters a to z"),
        new(
            "§7.2 a description has up to 2048 characters",
            Field($"description: {Many(2048)}"),
            Field($"description: {Many(2049)}"),
            "A description has 2049 characters; 2048 are the most."),
        new("§7.2 a description is not empty", Field("description: d"), Field("description: ''"), "cannot be empty"),
        new(
            "§7.2 a description may have lines and tabs but no bell",
            Field("description: \"a\\n\\r\\tb\""),
            Field("description: \"a\\ab\""),
            "A description cannot hold the control character U+0007."),
        new(
            "§1 a character is a code point",
            $"specificationVersion: jobtemplate-2023-09\nname: {Emoji(128)}\n{TemplateText.OneStep}",
            $"specificationVersion: jobtemplate-2023-09\nname: {Emoji(129)}\n{TemplateText.OneStep}",
            "A job's name has 129 characters; 128 are the most."),
        new(
            "§1.1.1 a job's name is not empty",
            $"specificationVersion: jobtemplate-2023-09\nname: x\n{TemplateText.OneStep}",
            $"specificationVersion: jobtemplate-2023-09\nname: ''\n{TemplateText.OneStep}",
            "A job's name cannot be empty."),
        new(
            "§1.1 a template says its version",
            Field("description: d"),
            "name: J\n" + TemplateText.OneStep,
            "specificationVersion"),
        new(
            "§1.2.2 parameters of an environment template are not empty",
            WithParameters("[{name: P, type: INT}]"),
            WithParameters("[]"),
            "at least 1 element"),
        new(
            "§7.1 an identifier is not empty",
            Field("parameterDefinitions: [{name: _, type: INT}]"),
            Field("parameterDefinitions: [{name: '', type: INT}]"),
            "A parameter's name cannot be empty."),
    ];

    private static string WithParameters(string definitions) =>
        EnvironmentTemplate($"environment: {{name: E, variables: {{V: v}}}}\nparameterDefinitions: {definitions}");

    private static string Emoji(int count) => string.Concat(Enumerable.Repeat("😀", count));

    private static string TwoEnvironments(string ofJob, string ofStep) =>
        Step($"stepEnvironments: [{{name: {ofStep}, variables: {{V: v}}}}]")
            + $"jobEnvironments: [{{name: {ofJob}, variables: {{V: v}}}}]\n";
}
