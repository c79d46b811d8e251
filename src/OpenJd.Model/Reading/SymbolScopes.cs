using OpenJd.Expressions.Types;
using OpenJd.Model.Jobs;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>
/// The scopes of a template's places. Source: template schemas §3.6.2, §4, §4.3.1 and §7.3.1, expression language
/// §1.2.2.
/// </summary>
internal sealed class SymbolScopes
{
    private static ExpressionType Texts { get; } = ExpressionType.ListOf(ExpressionType.String);

    /// <summary>The job's own name: the parameters.</summary>
    public required SymbolScope JobName { get; init; }

    /// <summary>What is known when a job is made: parameters, of paths only the raw values.</summary>
    public required SymbolScope Template { get; init; }

    /// <summary>What is known on a host: all parameters and the session.</summary>
    public required SymbolScope Host { get; init; }

    public static SymbolScopes Of(IReadOnlyList<JobParameterDefinition> parameters, ReadingContext context)
    {
        var jobName = SymbolScope.Empty(context, isHost: false);
        var host = SymbolScope.Empty(context, isHost: true);
        foreach (var parameter in parameters)
        {
            AddParameter(host, parameter, isHost: true);
            AddParameter(jobName, parameter, isHost: false);
        }

        AddSession(host);
        var template = jobName.Inner();
        if (context.HasExpr)
        {
            template.Add("Job.Name", ExpressionType.String);
            host.Add("Job.Name", ExpressionType.String);
        }

        return new SymbolScopes { JobName = jobName, Template = template, Host = host };
    }

    /// <summary>The type of a job parameter's value, or of the raw value where <paramref name="isRaw"/>.</summary>
    public static ExpressionType TypeOf(JobParameterType type, bool isRaw) => type switch
    {
        JobParameterType.String => ExpressionType.String,
        JobParameterType.Path => isRaw ? ExpressionType.String : ExpressionType.Path,
        JobParameterType.Int => ExpressionType.Int,
        JobParameterType.Float => ExpressionType.Float,
        JobParameterType.Bool => ExpressionType.Bool,
        JobParameterType.RangeExpr => ExpressionType.RangeExpression,
        JobParameterType.ListString => Texts,
        JobParameterType.ListPath => isRaw ? Texts : ExpressionType.ListOf(ExpressionType.Path),
        JobParameterType.ListInt => ExpressionType.ListOf(ExpressionType.Int),
        JobParameterType.ListFloat => ExpressionType.ListOf(ExpressionType.Float),
        JobParameterType.ListBool => ExpressionType.ListOf(ExpressionType.Bool),
        JobParameterType.ListListInt => ExpressionType.ListOf(ExpressionType.ListOf(ExpressionType.Int)),
    };

    /// <summary>Adds a task parameter to a script's scope.</summary>
    public static void AddTaskParameter(SymbolScope scope, TaskParameterTemplate parameter)
    {
        var type = parameter.Type switch
        {
            TaskParameterType.Int => ExpressionType.Int,
            TaskParameterType.Float => ExpressionType.Float,
            TaskParameterType.String => ExpressionType.String,
            TaskParameterType.Path => ExpressionType.Path,
            TaskParameterType.ChunkInt => ExpressionType.RangeExpression,
        };
        scope.Add($"Task.Param.{parameter.Name}", type);
        var raw = parameter.Type == TaskParameterType.Path ? ExpressionType.String : type;
        scope.Add($"Task.RawParam.{parameter.Name}", raw);
    }

    /// <summary>A scope that sees the action that a wrap hook runs in place of.</summary>
    public static SymbolScope WithWrappedAction(SymbolScope outer) => outer.Inner()
        .Add("WrappedAction.Command", ExpressionType.String)
        .Add("WrappedAction.Args", Texts)
        .Add("WrappedAction.Environment", Texts)
        .Add("WrappedAction.Timeout", ExpressionType.OptionalOf(ExpressionType.Int))
        .Add("WrappedAction.Cancelation.Mode", ExpressionType.OptionalOf(ExpressionType.String))
        .Add("WrappedAction.Cancelation.NotifyPeriodInSeconds", ExpressionType.OptionalOf(ExpressionType.Int));

    private static void AddParameter(SymbolScope scope, JobParameterDefinition parameter, bool isHost)
    {
        scope.Add($"RawParam.{parameter.Name}", TypeOf(parameter.Type, isRaw: true));
        if (isHost || parameter.Type is not (JobParameterType.Path or JobParameterType.ListPath))
            scope.Add($"Param.{parameter.Name}", TypeOf(parameter.Type, isRaw: false));
    }

    private static void AddSession(SymbolScope host) => host
        .Add("Session.WorkingDirectory", ExpressionType.Path)
        .Add("Session.PathMappingRulesFile", ExpressionType.Path)
        .Add("Session.HasPathMappingRules", ExpressionType.Bool);
}
