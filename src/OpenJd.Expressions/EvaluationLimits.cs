namespace OpenJd.Expressions;

/// <summary>
/// How much the evaluation of expressions may cost. Source: expression language, "Design Constraints", 2 and 3.
/// </summary>
/// <param name="Operations">The most operations that one expression may take.</param>
/// <param name="MemoryBytes">The most bytes that the values of one expression may take at a time.</param>
/// <param name="TotalOperations">
/// The most operations that all expressions together may take that share an <see cref="EvaluationUsage"/>.
/// </param>
public sealed record EvaluationLimits(long Operations, long MemoryBytes, long TotalOperations)
{
    /// <summary>
    /// What the specification recommends: 10 million operations and 100 million bytes an expression, any number of
    /// expressions.
    /// </summary>
    public static EvaluationLimits Specification { get; } = new(10_000_000, 100_000_000, long.MaxValue);

    /// <summary>
    /// For templates of people that one does not know: 1 million operations and 32 million bytes an expression,
    /// 20 million operations a template.
    /// </summary>
    public static EvaluationLimits Submission { get; } = new(1_000_000, 32_000_000, 20_000_000);
}
