using OpenJd.Expressions;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Sessions;

namespace OpenJd.Sessions.Scopes;

/// <summary>The values that format strings see on the host. Source: template schemas §7.3.1.</summary>
internal sealed class SessionSymbols
{
    private const string ExpressionExtension = "EXPR";

    private readonly SymbolTable _session = new();
    private readonly SessionOptions _options;
    private readonly EvaluationContext _context;

    /// <summary>Sets down what every action sees.</summary>
    /// <exception cref="InvalidDataException">A parameter's value is none of its type.</exception>
    public SessionSymbols(SessionOptions options, string workingDirectory, string rulesFile)
    {
        _options = options;
        _context = new EvaluationContext
        {
            PathFormat = OperatingSystem.IsWindows() ? PathFormat.Windows : PathFormat.Posix,
            IsHostContext = true,
            PathMappingRules = options.PathMappingRules,
        };
        _session["Session.WorkingDirectory"] = new PathValue(workingDirectory);
        _session["Session.HasPathMappingRules"] = new BoolValue(options.PathMappingRules.Count > 0);
        _session["Session.PathMappingRulesFile"] = new PathValue(rulesFile);
        if (options.JobName is { } name)
            _session["Job.Name"] = new StringValue(name);
        foreach (var parameter in options.JobParameters)
        {
            _session[$"RawParam.{parameter.Name}"] = ParameterValues.Raw(parameter);
            _session[$"Param.{parameter.Name}"] = ParameterValues.Mapped(parameter, options.PathMappingRules);
        }
    }

    /// <summary>What the actions of one environment see.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="step">The step whose environment it is, or null for one of the job.</param>
    public ScriptScope ForEnvironment(EnvironmentDefinition environment, Step? step) =>
        Scope(step, environment.Extensions);

    /// <summary>What the action of one task sees.</summary>
    /// <param name="step">The task's step.</param>
    /// <param name="parameters">The task's parameters.</param>
    public ScriptScope ForTask(Step step, IReadOnlyList<TaskParameterValue> parameters)
    {
        var scope = Scope(step, _options.Extensions);
        foreach (var parameter in parameters)
        {
            scope.Symbols[$"Task.RawParam.{parameter.Name}"] = ParameterValues.Raw(parameter);
            scope.Symbols[$"Task.Param.{parameter.Name}"] =
                ParameterValues.Mapped(parameter, _options.PathMappingRules);
        }

        return scope;
    }

    private ScriptScope Scope(Step? step, IReadOnlyList<string> extensions)
    {
        var symbols = new SymbolTable(_session);
        if (step is not null)
        {
            symbols["Step.Name"] = new StringValue(step.Name);
            foreach (var bound in step.Let)
                symbols[bound.Name] = bound.Value;
        }

        var syntax = extensions.Contains(ExpressionExtension)
            ? ExpressionSyntax.Expressions
            : ExpressionSyntax.PlainNames;
        return new ScriptScope(symbols, syntax, _context);
    }
}
