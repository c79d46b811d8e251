using OpenJd.Expressions.Paths;

namespace OpenJd.Expressions;

/// <summary>
/// Where expressions are evaluated: how paths are written there, whether functions of the host exist, and how much an
/// evaluation may cost.
/// </summary>
public sealed record EvaluationContext
{
    /// <summary>
    /// Template scope: POSIX paths, no functions of the host, the limits that the specification recommends.
    /// </summary>
    public static EvaluationContext Template { get; } = new();

    /// <summary>How paths are written. Source: expression language, "Path Format".</summary>
    public PathFormat PathFormat { get; init; } = PathFormat.Posix;

    /// <summary>
    /// Whether functions of the host exist (<c>@fmtstring[host]</c>): <c>apply_path_mapping</c>.
    /// </summary>
    public bool IsHostContext { get; init; }

    /// <summary>
    /// The session's path mapping rules, or null where they are not known yet, so that mapped paths are unresolved.
    /// Only looked at in the host context.
    /// </summary>
    public IReadOnlyList<PathMappingRule>? PathMappingRules { get; init; }

    /// <summary>How much an evaluation may cost.</summary>
    public EvaluationLimits Limits { get; init; } = EvaluationLimits.Specification;

    /// <summary>Where the cost is added up, or null where nobody asks.</summary>
    public EvaluationUsage? Usage { get; init; }

    /// <summary>Operations that the next evaluation may take.</summary>
    internal long OperationsLeft => Usage is null
        ? Limits.Operations
        : Math.Min(Limits.Operations, Math.Max(0, Limits.TotalOperations - Usage.Operations));
}
