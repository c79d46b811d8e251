using System.Globalization;
using OpenJd.Model.Jobs;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Creation;

/// <summary>Makes the parts of a job that only a host resolves of those of its templates.</summary>
internal static class ScriptMapping
{
    public static EnvironmentDefinition Environment(TemplateEnvironment template) => new()
    {
        Name = template.Name,
        Description = template.Description,
        Script = template.Script is { } script ? Script(script) : null,
        Variables = template.Variables.ToDictionary(
            pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal),
    };

    public static StepScript Step(StepScriptTemplate template) => new()
    {
        OnRun = Action(template.OnRun),
        EmbeddedFiles = [.. template.EmbeddedFiles.Select(File)],
    };

    private static EnvironmentScript Script(EnvironmentScriptTemplate template) => new()
    {
        OnEnter = template.OnEnter is { } enter ? Action(enter) : null,
        OnExit = template.OnExit is { } exit ? Action(exit) : null,
        EmbeddedFiles = [.. template.EmbeddedFiles.Select(File)],
    };

    private static ActionDefinition Action(ActionTemplate template) => new()
    {
        Command = template.Command.Text,
        Args = [.. template.Args.Select(arg => arg.Text)],
        TimeoutSeconds = Seconds(template.Timeout),
        Cancelation = template.Cancelation is { } method ? Cancelation(method) : null,
    };

    private static CancelationMethod Cancelation(CancelationMethodTemplate template) => new(
        template.Mode.Text == "NOTIFY_THEN_TERMINATE" ? CancelationMode.NotifyThenTerminate : CancelationMode.Terminate,
        (int?)Seconds(template.NotifyPeriodInSeconds));

    private static long? Seconds(TemplateString? seconds) =>
        seconds is null ? null : long.Parse(seconds.Text, CultureInfo.InvariantCulture);

    private static EmbeddedFile File(EmbeddedFileTemplate template) => new()
    {
        Name = template.Name,
        Filename = template.Filename,
        Runnable = template.Runnable,
        Data = template.Data.Text,
    };
}
