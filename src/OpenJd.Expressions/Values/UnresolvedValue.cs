using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>
/// A value that is not known yet, for checking an expression before its symbols have values. Source: expression
/// language, "Static Type Checking via Unresolved Values".
/// </summary>
public sealed record UnresolvedValue : ExpressionValue
{
    /// <summary>Stands for any value of a type.</summary>
    /// <param name="constraint">What the value can be; <c>unresolved</c> around it does not count.</param>
    public UnresolvedValue(ExpressionType constraint)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        Type = ExpressionType.UnresolvedOf(constraint);
    }

    /// <summary>What the value can be.</summary>
    public ExpressionType Constraint => Type.Constraint;

    /// <inheritdoc/>
    public override ExpressionType Type { get; }

    /// <summary>The type, as there is no value to show.</summary>
    public override string Text => Type.ToString();
}
