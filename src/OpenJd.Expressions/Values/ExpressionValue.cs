using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>
/// A value of the expression language. The cases are this type's siblings in this folder. Source: expression language,
/// "ExprValue".
/// </summary>
public abstract record ExpressionValue
{
    private protected ExpressionValue()
    {
    }

    /// <summary>The value's type.</summary>
    public abstract ExpressionType Type { get; }

    /// <summary>The text that a format string shows for the value; of <c>null</c> it shows nothing.</summary>
    public abstract string Text { get; }

    /// <summary>The same as <see cref="Text"/>.</summary>
    public sealed override string ToString() => Text;
}
