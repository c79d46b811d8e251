using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Symbols;

namespace OpenJd.Expressions.Tests.Support;

/// <summary>Evaluates expressions of tests.</summary>
internal static class Evaluated
{
    /// <summary>Type and display text of the result: <c>int 5</c>.</summary>
    public static string Of(string expression, PathFormat format = PathFormat.Posix)
    {
        var context = EvaluationContext.Template with { PathFormat = format };
        var value = Expression.Parse(expression).Evaluate(new SymbolTable(), context);
        return $"{value.Type} {value.Text}";
    }

    /// <summary>Holds an expression to a kind of error and to words of its reason.</summary>
    public static void AssertRefused(string expression, ExpressionErrorKind kind, string words)
    {
        var error = Assert.Throws<ExpressionException>(() => Of(expression));
        Assert.Equal(kind, error.Kind);
        Assert.Contains(words, error.Reason, StringComparison.Ordinal);
    }
}
