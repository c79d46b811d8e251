using OpenJd.Expressions;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>
/// The symbols that format strings may use at some place, upon those of an outer place. Before a job is made their
/// values are unresolved: only types are known. Source: template schemas §7.3.1 and §7.4.
/// </summary>
internal sealed class SymbolScope
{
    private SymbolScope(SymbolTable symbols, EvaluationContext context, bool hasExpr) =>
        (Symbols, Context, HasExpr) = (symbols, context, hasExpr);

    /// <summary>The symbols.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>How expressions are evaluated here.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Whether format strings may hold expressions here.</summary>
    public bool HasExpr { get; }

    /// <summary>A scope with nothing in it.</summary>
    /// <param name="reading">What the reading of the template shares.</param>
    /// <param name="isHost">Whether it is a host that evaluates, so that functions of the host exist.</param>
    public static SymbolScope Empty(ReadingContext reading, bool isHost)
    {
        var context = new EvaluationContext
        {
            IsHostContext = isHost,
            Limits = reading.Options.Limits,
            Usage = reading.Usage,
        };
        return new SymbolScope(new SymbolTable(), context, reading.HasExpr);
    }

    /// <summary>A scope upon this one.</summary>
    public SymbolScope Inner() => new(new SymbolTable(Symbols), Context, HasExpr);

    /// <summary>Adds a symbol that has no value yet, and gives this scope.</summary>
    public SymbolScope Add(string name, ExpressionType type) => Add(name, new UnresolvedValue(type));

    /// <summary>Adds a symbol, and gives this scope.</summary>
    public SymbolScope Add(string name, ExpressionValue value)
    {
        Symbols[name] = value;
        return this;
    }

    /// <summary>Adds a symbol as another scope knows it.</summary>
    public void AddFrom(SymbolScope other, string name)
    {
        if (other.Symbols.TryGetValue(name, out var value)) Add(name, value);
    }

    /// <summary>Whether there is a symbol of exactly this name.</summary>
    public bool Has(string name) => Symbols.TryGetValue(name, out _);

    /// <summary>What is wrong with referring to a name here, or null.</summary>
    public string? Fault(string reference) =>
        IsKnown(reference) ? null : $"'{reference}' is not known here. {Remedy(reference)}".TrimEnd();

    /// <summary>Whether a reference is a symbol, or in an expression a symbol and properties behind it.</summary>
    private bool IsKnown(string reference)
    {
        if (Has(reference)) return true;
        if (!HasExpr) return false;
        for (var dot = reference.LastIndexOf('.'); dot > 0; dot = reference.LastIndexOf('.', dot - 1))
        {
            if (Has(reference[..dot])) return true;
        }

        return false;
    }

    private string Remedy(string name) => name switch
    {
        "Job.Name" or "Step.Name" when !HasExpr => $"{name} needs the extension {ExtensionNames.Expr}.",
        "Step.Name" => "Step.Name is known in the parts of a step, and not in its environments' 'let'.",
        _ when RawOf(name) is { } raw => $"A PATH parameter's value is known on the host only: use {raw} here.",
        _ when name.StartsWith("Task.", StringComparison.Ordinal) && !HasAny("Task.") =>
            "Task names are known in the script of the step that defines them.",
        _ when name.StartsWith("Env.", StringComparison.Ordinal) && !HasAny("Env.") =>
            "Env.File names are known in the script of the environment that has the file.",
        _ when name.StartsWith("Session.", StringComparison.Ordinal) && !HasAny("Session.") =>
            "Session names can be used in scripts and environments only.",
        _ when name.StartsWith("Wrapped", StringComparison.Ordinal) => WrappedRemedy(name),
        _ => NearestName.Suggest(name, Symbols.Names).TrimStart(),
    };

    private string? RawOf(string name)
    {
        var raw = string.Join('.', ("Raw" + name).Split('.').Take(2));
        return name.StartsWith("Param.", StringComparison.Ordinal) && Has(raw) ? raw : null;
    }

    private string WrappedRemedy(string name)
    {
        if (name.StartsWith("WrappedEnv.", StringComparison.Ordinal))
            return "WrappedEnv.Name is known in onWrapEnvEnter and onWrapEnvExit.";
        if (name.StartsWith("WrappedStep.", StringComparison.Ordinal))
            return "WrappedStep.Name is known in onWrapTaskRun.";
        return HasAny("WrappedAction.")
            ? NearestName.Suggest(name, Symbols.Names).TrimStart()
            : "WrappedAction names are known in onWrapEnvEnter, onWrapTaskRun and onWrapEnvExit.";
    }

    private bool HasAny(string prefix) =>
        Symbols.Names.Any(name => name.StartsWith(prefix, StringComparison.Ordinal));
}
