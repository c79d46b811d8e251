using OpenJd.Model.Jobs;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>
/// The scopes of a template's places. Source: template schemas §3.6.2, §4, §4.3.1 and §7.3.1, expression language
/// §1.2.2.
/// </summary>
internal sealed class SymbolScopes
{
    /// <summary>The job's own name: the parameters.</summary>
    public required SymbolScope JobName { get; init; }

    /// <summary>What is known when a job is made: parameters, of paths only the raw values.</summary>
    public required SymbolScope Template { get; init; }

    /// <summary>What is known on a host: all parameters and the session.</summary>
    public required SymbolScope Host { get; init; }

    public static SymbolScopes Of(IReadOnlyList<JobParameterDefinition> parameters, ReadingContext context)
    {
        var jobName = SymbolScope.Empty(context.HasExpr);
        var host = SymbolScope.Empty(context.HasExpr);
        foreach (var parameter in parameters)
        {
            AddParameter(host, parameter, isHost: true);
            AddParameter(jobName, parameter, isHost: false);
        }

        AddSession(host);
        var template = jobName.Inner();
        if (context.HasExpr)
        {
            template.Add("Job.Name", "string");
            host.Add("Job.Name", "string");
        }

        return new SymbolScopes { JobName = jobName, Template = template, Host = host };
    }

    /// <summary>The type of a job parameter's value, or of the raw value where <paramref name="isRaw"/>.</summary>
    public static string TypeOf(JobParameterType type, bool isRaw) => type switch
    {
        JobParameterType.String => "string",
        JobParameterType.Path => isRaw ? "string" : "path",
        JobParameterType.Int => "int",
        JobParameterType.Float => "float",
        JobParameterType.Bool => "bool",
        JobParameterType.RangeExpr => "range_expr",
        JobParameterType.ListString => "list[string]",
        JobParameterType.ListPath => isRaw ? "list[string]" : "list[path]",
        JobParameterType.ListInt => "list[int]",
        JobParameterType.ListFloat => "list[float]",
        JobParameterType.ListBool => "list[bool]",
        JobParameterType.ListListInt => "list[list[int]]",
    };

    /// <summary>Adds a task parameter to a script's scope.</summary>
    public static void AddTaskParameter(SymbolScope scope, TaskParameterTemplate parameter)
    {
        var type = parameter.Type switch
        {
            TaskParameterType.Int => "int",
            TaskParameterType.Float => "float",
            TaskParameterType.String => "string",
            TaskParameterType.Path => "path",
            TaskParameterType.ChunkInt => "range_expr",
        };
        scope.Add($"Task.Param.{parameter.Name}", type);
        scope.Add($"Task.RawParam.{parameter.Name}", type == "path" ? "string" : type);
    }

    /// <summary>A scope that sees the action that a wrap hook runs in place of.</summary>
    public static SymbolScope WithWrappedAction(SymbolScope outer) => outer.Inner()
        .Add("WrappedAction.Command", "string")
        .Add("WrappedAction.Args", "list[string]")
        .Add("WrappedAction.Environment", "list[string]")
        .Add("WrappedAction.Timeout", "int?")
        .Add("WrappedAction.Cancelation.Mode", "string?")
        .Add("WrappedAction.Cancelation.NotifyPeriodInSeconds", "int?");

    private static void AddParameter(SymbolScope scope, JobParameterDefinition parameter, bool isHost)
    {
        scope.Add($"RawParam.{parameter.Name}", TypeOf(parameter.Type, isRaw: true));
        if (isHost || parameter.Type is not (JobParameterType.Path or JobParameterType.ListPath))
            scope.Add($"Param.{parameter.Name}", TypeOf(parameter.Type, isRaw: false));
    }

    private static void AddSession(SymbolScope host) => host
        .Add("Session.WorkingDirectory", "path")
        .Add("Session.PathMappingRulesFile", "path")
        .Add("Session.HasPathMappingRules", "bool");
}
