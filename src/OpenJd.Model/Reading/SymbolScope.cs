using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>
/// The names that format strings may use at some place, upon those of an outer place. Source: template schemas §7.3.1.
/// </summary>
internal sealed class SymbolScope
{
    private readonly SymbolScope? _outer;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private SymbolScope(SymbolScope? outer, bool hasExpr) => (_outer, HasExpr) = (outer, hasExpr);

    /// <summary>Whether format strings may hold expressions here.</summary>
    public bool HasExpr { get; }

    private IEnumerable<string> Names => _outer is null ? _names : _names.Concat(_outer.Names);

    /// <summary>A scope with nothing in it.</summary>
    public static SymbolScope Empty(bool hasExpr) => new(null, hasExpr);

    /// <summary>A scope upon this one.</summary>
    public SymbolScope Inner() => new(this, HasExpr);

    /// <summary>Adds a name.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <param name="type">Its type in the expression language's spelling.</param>
    /// <returns>This scope.</returns>
    public SymbolScope Add(string name, string type)
    {
        _ = type;
        _names.Add(name);
        return this;
    }

    /// <summary>Adds a name as another scope knows it.</summary>
    public void AddFrom(SymbolScope other, string name)
    {
        if (other.Has(name)) Add(name, "any");
    }

    /// <summary>Whether a name is known here.</summary>
    public bool Has(string name) => _names.Contains(name) || (_outer is not null && _outer.Has(name));

    /// <summary>What is wrong with using a name here, or null.</summary>
    public string? Fault(string name) => Has(name) ? null : $"'{name}' is not known here. {Remedy(name)}".TrimEnd();

    private string Remedy(string name) => name switch
    {
        "Job.Name" or "Step.Name" when !HasExpr => $"{name} needs the extension {ExtensionNames.Expr}.",
        "Step.Name" => "Step.Name is known in the parts of a step, and not in its environments' 'let'.",
        _ when name.StartsWith("Param.", StringComparison.Ordinal) && Has("Raw" + name) =>
            $"A PATH parameter's value is known on the host only: use Raw{name} here.",
        _ when name.StartsWith("Task.", StringComparison.Ordinal) && !HasAny("Task.") =>
            "Task names are known in the script of the step that defines them.",
        _ when name.StartsWith("Env.", StringComparison.Ordinal) && !HasAny("Env.") =>
            "Env.File names are known in the script of the environment that has the file.",
        _ when name.StartsWith("Session.", StringComparison.Ordinal) && !HasAny("Session.") =>
            "Session names can be used in scripts and environments only.",
        _ when name.StartsWith("Wrapped", StringComparison.Ordinal) => WrappedRemedy(name),
        _ => NearestName.Suggest(name, Names).TrimStart(),
    };

    private string WrappedRemedy(string name)
    {
        if (name.StartsWith("WrappedEnv.", StringComparison.Ordinal))
            return "WrappedEnv.Name is known in onWrapEnvEnter and onWrapEnvExit.";
        if (name.StartsWith("WrappedStep.", StringComparison.Ordinal))
            return "WrappedStep.Name is known in onWrapTaskRun.";
        return HasAny("WrappedAction.")
            ? NearestName.Suggest(name, Names).TrimStart()
            : "WrappedAction names are known in onWrapEnvEnter, onWrapTaskRun and onWrapEnvExit.";
    }

    private bool HasAny(string prefix) => Names.Any(name => name.StartsWith(prefix, StringComparison.Ordinal));
}
