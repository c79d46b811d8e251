using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Creation;

/// <summary>
/// Makes the parts of a job that a host runs. Its texts stay format strings; numbers are resolved where nothing in them
/// waits for the host. Source: template schemas §7.4.
/// </summary>
internal sealed class ScriptResolver(FormatResolver formats)
{
    private const int MaxNotifyPeriodSeconds = 600;

    private static readonly ExpressionType OptionalInt = ExpressionType.OptionalOf(ExpressionType.Int);

    /// <param name="template">The environment.</param>
    /// <param name="extensions">What the template that it is from asks for.</param>
    public EnvironmentDefinition Environment(TemplateEnvironment template, IReadOnlyList<string> extensions) => new()
    {
        Name = template.Name,
        Description = template.Description,
        Extensions = extensions,
        Script = template.Script is { } script ? Script(script) : null,
        Variables = template.Variables.ToDictionary(
            pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal),
    };

    public StepScript Step(StepScriptTemplate template) => new()
    {
        Let = Let(template.Let),
        OnRun = Action(template.OnRun),
        EmbeddedFiles = [.. template.EmbeddedFiles.Select(File)],
    };

    private EnvironmentScript Script(EnvironmentScriptTemplate template) => new()
    {
        Let = Let(template.Let),
        OnEnter = Optional(template.OnEnter),
        OnWrapEnvEnter = Optional(template.OnWrapEnvEnter),
        OnWrapTaskRun = Optional(template.OnWrapTaskRun),
        OnWrapEnvExit = Optional(template.OnWrapEnvExit),
        OnExit = Optional(template.OnExit),
        EmbeddedFiles = [.. template.EmbeddedFiles.Select(File)],
    };

    private ActionDefinition? Optional(ActionTemplate? template) => template is null ? null : Action(template);

    private ActionDefinition Action(ActionTemplate template)
    {
        var (seconds, format) = Number("timeout", template.Timeout, long.MaxValue);
        return new ActionDefinition
        {
            Command = template.Command.Text,
            Args = [.. template.Args.Select(arg => arg.Text)],
            TimeoutSeconds = seconds,
            TimeoutFormat = format,
            Cancelation = template.Cancelation is { } method ? Cancelation(method) : null,
        };
    }

    private CancelationMethod Cancelation(CancelationMethodTemplate template)
    {
        var (seconds, format) = Number(
            "notifyPeriodInSeconds", template.NotifyPeriodInSeconds, MaxNotifyPeriodSeconds);
        var mode = template.Mode.Text == "NOTIFY_THEN_TERMINATE"
            ? CancelationMode.NotifyThenTerminate
            : CancelationMode.Terminate;
        return new CancelationMethod(mode, (int?)seconds)
        {
            ModeFormat = template.Mode.Format.IsLiteral ? null : template.Mode.Text,
            NotifyPeriodFormat = format,
        };
    }

    /// <summary>A number, or the format string that the host gets it from; neither where there is none.</summary>
    private (long? Number, string? Format) Number(string what, TemplateString? template, long max)
    {
        if (template is null) return (null, null);
        if (!formats.IsKnown(template)) return (null, template.Text);
        var value = template.Format.IsLiteral
            ? IntValue.TryParse(template.Text)
            : formats.Value(template, OptionalInt);
        if (value is IntValue { Value: var number })
        {
            if (number >= 1 && number <= max) return (number, null);
            formats.Error(template.Location, $"{what} resolves to {number}: it is a whole number from 1 to {max}.");
        }

        return (null, null);
    }

    private static EmbeddedFile File(EmbeddedFileTemplate template) => new()
    {
        Name = template.Name,
        Filename = template.Filename,
        Runnable = template.Runnable,
        Data = template.Data.Text,
        EndOfLine = template.EndOfLine,
    };

    private static IReadOnlyList<LetDefinition> Let(IReadOnlyList<LetBinding> bindings) => bindings.Count == 0
        ? []
        : [.. bindings.Select(binding => new LetDefinition(binding.Name, binding.Expression.Text))];
}
