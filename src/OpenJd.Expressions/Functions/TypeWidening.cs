using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Functions;

/// <summary>
/// The conversions that arguments undergo: those that lose nothing and need no look at the value. A number does not
/// become text and a text no number: <c>upper(5)</c>, which the specification leaves open, is an error.
/// </summary>
internal static class TypeWidening
{
    /// <summary>What an argument's type widens to so that it can match a parameter, or null.</summary>
    public static ExpressionType? To(ExpressionType parameter, ExpressionType type)
    {
        if (type.Code == ExpressionTypeCode.Int && parameter.Code == ExpressionTypeCode.Float) return parameter;
        if (type.Code == ExpressionTypeCode.Path && parameter.Code == ExpressionTypeCode.String) return parameter;
        if (!parameter.IsList) return null;
        if (type.Code == ExpressionTypeCode.RangeExpression) return ExpressionType.ListOf(ExpressionType.Int);
        return type.IsList && To(parameter.Inner, type.Inner) is { } element ? ExpressionType.ListOf(element) : null;
    }

    /// <summary>The argument in a parameter's type, which <see cref="To"/> has allowed.</summary>
    public static Operand Apply(ref Evaluator evaluator, Operand value, ExpressionType parameter)
    {
        if (!parameter.IsList || !value.IsRange) return ListElements.Widen(value, parameter);
        evaluator.ReserveList(value.Range.Count);
        return Operand.Of(RangeItems.ToList(value.Range));
    }
}
