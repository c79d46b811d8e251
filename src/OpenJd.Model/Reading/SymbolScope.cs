using OpenJd.Model.Jobs;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>The names that format strings may use at some place. Source: template schemas §7.3.1.</summary>
internal sealed class SymbolScope
{
    private static readonly string[] SessionNames =
        ["Session.WorkingDirectory", "Session.HasPathMappingRules", "Session.PathMappingRulesFile"];

    private readonly HashSet<string> _names;

    private SymbolScope(IEnumerable<string> names) => _names = new HashSet<string>(names, StringComparer.Ordinal);

    /// <summary>What is known when a job is made: parameters, of PATH ones only the raw values.</summary>
    public static SymbolScope Template(IEnumerable<JobParameterDefinition> parameters) => new(parameters.SelectMany(
        parameter => parameter.Type == JobParameterType.Path
            ? (string[])[$"RawParam.{parameter.Name}"]
            : [$"Param.{parameter.Name}", $"RawParam.{parameter.Name}"]));

    /// <summary>What is known on a host: all parameters and the session.</summary>
    public static SymbolScope Host(IEnumerable<JobParameterDefinition> parameters) => new(parameters
        .SelectMany(parameter => (string[])[$"Param.{parameter.Name}", $"RawParam.{parameter.Name}"])
        .Concat(SessionNames));

    /// <summary>This scope and more names.</summary>
    public SymbolScope With(IEnumerable<string> names) => new(_names.Concat(names));

    /// <summary>What is wrong with using a name here, or null.</summary>
    public string? Fault(string name) =>
        _names.Contains(name) ? null : $"'{name}' is not known here. {Remedy(name)}".TrimEnd();

    private string Remedy(string name) => name switch
    {
        "Job.Name" or "Step.Name" => $"{name} needs the EXPR extension.",
        _ when name.StartsWith("Param.", StringComparison.Ordinal) && _names.Contains("Raw" + name) =>
            $"A PATH parameter's value is known on the host only: use Raw{name} here.",
        _ when name.StartsWith("Task.", StringComparison.Ordinal) && !HasAny("Task.") =>
            "Task names are known in the script of the step that defines them.",
        _ when name.StartsWith("Env.", StringComparison.Ordinal) && !HasAny("Env.") =>
            "Env.File names are known in the script of the environment that has the file.",
        _ when name.StartsWith("Session.", StringComparison.Ordinal) && !HasAny("Session.") =>
            "Session names can be used in scripts and environments only.",
        _ => NearestName.Suggest(name, _names).TrimStart(),
    };

    private bool HasAny(string prefix) => _names.Any(name => name.StartsWith(prefix, StringComparison.Ordinal));
}
