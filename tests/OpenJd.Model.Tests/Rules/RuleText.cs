using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Short ways to write the templates of the rule tables.</summary>
internal static class RuleText
{
    public const string Bundle = "extensions: [FEATURE_BUNDLE_1]\n";
    public const string Expr = "extensions: [EXPR]\n";
    public const string Both = "extensions: [FEATURE_BUNDLE_1, EXPR]\n";
    public const string Chunking = "extensions: [TASK_CHUNKING]\n";
    public const string Wrap = "extensions: [WRAP_ACTIONS, EXPR, FEATURE_BUNDLE_1]\n";

    public static string Many(int count) => new('x', count);

    public static string List(int count, Func<int, string> item) =>
        string.Join(", ", Enumerable.Range(0, count).Select(item));

    /// <summary>A template with one field more.</summary>
    public static string Field(string field) => TemplateText.WithField(field);

    /// <summary>A template with one parameter.</summary>
    public static string Parameter(string fields) => TemplateText.WithParameter($"{{name: P, {fields}}}");

    /// <summary>A template whose step has one field more.</summary>
    public static string Step(string field) => TemplateText.WithStepField(field);

    /// <summary>A template with an INT parameter I, a STRING S and a PATH P whose step has one field more.</summary>
    public static string StepWithParameters(string field) =>
        $"{Step(field)}parameterDefinitions: [{{name: I, type: INT}}, {{name: S, type: STRING}}, "
            + "{name: P, type: PATH}]\n";

    /// <summary>A template with an environment.</summary>
    public static string Environment(string fields) => TemplateText.WithEnvironment($"{{name: E, {fields}}}");

    /// <summary>A template with an environment's actions.</summary>
    public static string EnvironmentActions(string actions) => Environment($"script: {{actions: {{{actions}}}}}");

    /// <summary>A template whose step has an action with some fields beside the command.</summary>
    public static string Action(string fields) => TemplateText.WithAction($"{{command: run, {fields}}}");

    /// <summary>The same, with the parameters of <see cref="StepWithParameters"/>.</summary>
    public static string ActionWithParameters(string fields) =>
        $"{Action(fields)}parameterDefinitions: [{{name: I, type: INT}}, {{name: S, type: STRING}}, "
            + "{name: P, type: PATH}]\n";

    /// <summary>A template with an embedded file.</summary>
    public static string File(string fields) => TemplateText.WithScript(
        $"actions: {{onRun: {{command: run}}}}\n    embeddedFiles: [{{name: F, type: TEXT, {fields}}}]");

    /// <summary>A template with a task parameter T.</summary>
    public static string Task(string fields, string more = "") =>
        TemplateText.WithTaskParameter($"{{name: T, {fields}}}", more);

    /// <summary>A template with a step that has a simple action instead of a script.</summary>
    public static string Simple(string interpreter, string fields) =>
        $"{TemplateText.Head}steps: [{{name: S, {interpreter}: {{{fields}}}}}]\n";

    /// <summary>A template of one environment.</summary>
    public static string EnvironmentTemplate(string fields) =>
        $"specificationVersion: environment-2023-09\n{fields}\n";
}
