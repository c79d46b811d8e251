using OpenJd.Model.Reading;

namespace OpenJd.Model.Tests.Support;

/// <summary>Template texts around the part that a test is about. Lines matter: errors name them.</summary>
internal static class TemplateText
{
    public const string Head = "specificationVersion: jobtemplate-2023-09\nname: J\n";

    public const string OneStep = "steps: [{name: S, script: {actions: {onRun: {command: run}}}}]\n";

    /// <summary>A field of the template, from line 3 on.</summary>
    public static string WithField(string field) => $"{Head}{field}\n{OneStep}";

    /// <summary>A parameter definition on line 4.</summary>
    public static string WithParameter(string definition) => $"{Head}parameterDefinitions:\n- {definition}\n{OneStep}";

    /// <summary>An environment on line 4.</summary>
    public static string WithEnvironment(string environment) => $"{Head}jobEnvironments:\n- {environment}\n{OneStep}";

    /// <summary>A field of the only step, from line 6 on.</summary>
    public static string WithStepField(string field) =>
        $"{Head}steps:\n- name: S\n  script: {{actions: {{onRun: {{command: run}}}}}}\n  {field}\n";

    /// <summary>A field of the only step's script, from line 6 on.</summary>
    public static string WithScript(string field) => $"{Head}steps:\n- name: S\n  script:\n    {field}\n";

    /// <summary>The action of the only step, on line 6.</summary>
    public static string WithAction(string action) => WithScript($"actions: {{onRun: {action}}}");

    /// <summary>A task parameter on line 8 and what else the space has.</summary>
    public static string WithTaskParameter(string definition, string more = "") =>
        WithStepField($"parameterSpace:\n    taskParameterDefinitions:\n    - {definition}{more}");

    /// <summary>The faults of a template, one line each.</summary>
    public static IEnumerable<string> ErrorsOf(string text) =>
        TemplateReader.Check(text).Select(error => error.ToString());
}
