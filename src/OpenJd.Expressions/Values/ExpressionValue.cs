namespace OpenJd.Expressions.Values;

/// <summary>A value that a symbol can have. The cases are the nested types' siblings in this folder.</summary>
public abstract record ExpressionValue
{
    private protected ExpressionValue()
    {
    }

    /// <summary>The text that a format string shows for the value.</summary>
    public abstract string Text { get; }

    /// <summary>The same as <see cref="Text"/>.</summary>
    public sealed override string ToString() => Text;
}
