using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>Whether values are equal, across types too. Source: expression language §1.2.5.</summary>
internal static class Equality
{
    public static bool AreEqual(ref Evaluator evaluator, Operand left, Operand right)
    {
        if (left.IsInt && right.IsInt) return left.Int == right.Int;
        if (IsNumber(left)) return IsNumber(right) && NumbersAreEqual(left, right);
        if (IsText(left)) return IsText(right) && TextsAreEqual(ref evaluator, left, right);
        if (left.IsBool) return right.IsBool && left.Bool == right.Bool;
        if (left.TryGetList(out var list)) return ListEquals(ref evaluator, list, right);
        if (left.IsRange) return RangeEquals(ref evaluator, left.Range, right);
        return left.IsNull && right.IsNull;
    }

    /// <summary>An int equals a float when both are the very same number; no rounding comes in between.</summary>
    public static bool NumbersAreEqual(Operand left, Operand right) =>
        left.IsFloat && right.IsFloat ? left.Float.Equals(right.Float) : Ordering.OfNumbers(left, right) == 0;

    private static bool IsNumber(Operand value) => value.IsInt || value.IsFloat;

    private static bool IsText(Operand value) => value.IsString || value.IsPath;

    private static bool TextsAreEqual(ref Evaluator evaluator, Operand left, Operand right)
    {
        evaluator.CountText(Math.Min(left.String.Length, right.String.Length));
        return evaluator.Format == PathFormat.Windows && left.IsPath && right.IsPath
            ? PathOrder.Equals(left.String, right.String)
            : string.Equals(left.String, right.String, StringComparison.Ordinal);
    }

    private static bool ListEquals(ref Evaluator evaluator, ListValue list, Operand other)
    {
        if (other.IsRange) return RangeEqualsList(ref evaluator, other.Range, list);
        if (!other.TryGetList(out var right) || list.Count != right.Count) return false;
        evaluator.CountElements(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (!AreEqual(ref evaluator, list.Elements[i], right.Elements[i])) return false;
        }

        return true;
    }

    private static bool RangeEquals(ref Evaluator evaluator, RangeExpression range, Operand other)
    {
        if (other.TryGetList(out var list)) return RangeEqualsList(ref evaluator, range, list);
        return other.IsRange && range.Parts.SequenceEqual(other.Range.Parts);
    }

    private static bool RangeEqualsList(ref Evaluator evaluator, RangeExpression range, ListValue list)
    {
        if (list.Count != range.Count) return false;
        evaluator.CountElements(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (!AreEqual(ref evaluator, Operand.Of(range[i]), list.Elements[i])) return false;
        }

        return true;
    }
}
