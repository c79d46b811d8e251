using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;

namespace OpenJd.Sessions.Sessions;

/// <summary>The values that format strings see on the host. Source: template schemas §7.3.1.</summary>
internal sealed class SessionSymbols
{
    private readonly IReadOnlyList<PathMappingRule> _rules;

    public SessionSymbols(SessionOptions options, string workingDirectory, string rulesFile)
    {
        _rules = options.PathMappingRules;
        Session["Session.WorkingDirectory"] = new PathValue(workingDirectory);
        Session["Session.HasPathMappingRules"] = new StringValue(_rules.Count > 0 ? "true" : "false");
        Session["Session.PathMappingRulesFile"] = new PathValue(rulesFile);
        foreach (var parameter in options.JobParameters)
            Add(Session, "", parameter.Name, parameter.Value, parameter.Type == JobParameterType.Path);
    }

    /// <summary>What every action sees.</summary>
    public SymbolTable Session { get; } = new();

    /// <summary>What the actions of one environment see.</summary>
    public SymbolTable ForEnvironment() => new(Session);

    /// <summary>What the action of one task sees.</summary>
    public SymbolTable ForTask(IReadOnlyList<TaskParameterValue> parameters)
    {
        var symbols = new SymbolTable(Session);
        foreach (var parameter in parameters)
            Add(symbols, "Task.", parameter.Name, parameter.Value, parameter.Type == TaskParameterType.Path);
        return symbols;
    }

    private void Add(SymbolTable symbols, string scope, string name, string value, bool isPath)
    {
        symbols[$"{scope}RawParam.{name}"] = new StringValue(value);
        symbols[$"{scope}Param.{name}"] = isPath
            ? new PathValue(PathMapping.Apply(_rules, value))
            : new StringValue(value);
    }
}
