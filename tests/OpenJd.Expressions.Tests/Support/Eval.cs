using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Support;

/// <summary>Evaluates expressions and tells the outcome as one text.</summary>
internal static class Eval
{
    /// <summary>Some symbols of every type, with values and without.</summary>
    public static SymbolTable Symbols { get; } = new()
    {
        ["Param.Int"] = new IntValue(10),
        ["Param.Float"] = FloatValue.TryParse("3.500")!,
        ["Param.Text"] = new StringValue("shot"),
        ["Param.File"] = new PathValue("/proj/beauty.0042.exr"),
        ["Param.Yes"] = new BoolValue(true),
        ["Param.None"] = NullValue.Instance,
        ["Param.Frames"] = new RangeValue(RangeExpression.Parse("1-10")),
        ["Param.if"] = new IntValue(7),
        ["U.Int"] = new UnresolvedValue(ExpressionType.Int),
        ["U.Float"] = new UnresolvedValue(ExpressionType.Float),
        ["U.Text"] = new UnresolvedValue(ExpressionType.String),
        ["U.Path"] = new UnresolvedValue(ExpressionType.Path),
        ["U.Bool"] = new UnresolvedValue(ExpressionType.Bool),
        ["U.Ints"] = new UnresolvedValue(ExpressionType.Parse("list[int]")),
        ["U.Range"] = new UnresolvedValue(ExpressionType.RangeExpression),
        ["U.Maybe"] = new UnresolvedValue(ExpressionType.Parse("int?")),
        ["U.Either"] = new UnresolvedValue(ExpressionType.Parse("int | string")),
        ["U.Any"] = new UnresolvedValue(ExpressionType.Any),
        ["x1"] = new IntValue(1),
    };

    /// <summary>
    /// The type and the text of the value, such as <c>int 3</c>; of an unresolved one the type alone.
    /// </summary>
    public static string Of(string expression, string? target = null)
    {
        var value = Expression.Parse(expression).Evaluate(
            Symbols, EvaluationContext.Template, target is null ? null : ExpressionType.Parse(target));
        return value is UnresolvedValue ? value.Type.ToString() : $"{value.Type} {value.Text}";
    }

    /// <summary>The error, which the expression must have.</summary>
    public static ExpressionException Error(string expression, string? target = null) =>
        Assert.Throws<ExpressionException>(() => Of(expression, target));

    /// <summary>The value, or the kind of the error such as <c>!Type</c>.</summary>
    public static string Outcome(string expression, string? target = null)
    {
        try
        {
            return Of(expression, target);
        }
        catch (ExpressionException error)
        {
            return $"!{error.Kind}";
        }
    }
}
