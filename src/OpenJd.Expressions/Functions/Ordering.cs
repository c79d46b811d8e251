using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>The order of values. Source: expression language §1.2.5 and §2.1.4.</summary>
internal static class Ordering
{
    // 2^63: the first float beyond the ints.
    private const double IntEnd = 9223372036854775808.0;

    /// <summary>Less than, equal to or greater than zero as the left value is less, equal or greater.</summary>
    /// <exception cref="ExpressionException">The values are of types that have no order between them.</exception>
    public static int Compare(ref Evaluator evaluator, Operand left, Operand right)
    {
        if ((left.IsInt || left.IsFloat) && (right.IsInt || right.IsFloat)) return OfNumbers(left, right);
        if ((left.IsString || left.IsPath) && (right.IsString || right.IsPath))
            return OfTexts(ref evaluator, left, right);
        if (left.IsBool && right.IsBool) return left.Bool.CompareTo(right.Bool);
        if (left.TryGetList(out var list) && right.TryGetList(out var other))
            return OfLists(ref evaluator, list, other);
        throw new ExpressionException(
            ExpressionErrorKind.Type, $"Values of type {left.Type} and {right.Type} have no order.", default);
    }

    /// <summary>The order of two numbers, exact between ints and floats.</summary>
    public static int OfNumbers(Operand left, Operand right)
    {
        if (left.IsInt && right.IsInt) return left.Int.CompareTo(right.Int);
        if (left.IsFloat && right.IsFloat) return left.Float.CompareTo(right.Float);
        return left.IsInt ? OfIntAndFloat(left.Int, right.Float) : -OfIntAndFloat(right.Int, left.Float);
    }

    /// <summary>
    /// Whether two types have an order, elements of lists included; an empty list compares with all lists.
    /// </summary>
    public static bool Exists(ExpressionType left, ExpressionType right)
    {
        if (left.IsList && right.IsList)
        {
            return left.Inner.Code == ExpressionTypeCode.Null || right.Inner.Code == ExpressionTypeCode.Null
                || ExistsForAny(left.Inner, right.Inner);
        }

        return (left.Code, right.Code) switch
        {
            (ExpressionTypeCode.Any, _) or (_, ExpressionTypeCode.Any) => true,
            (ExpressionTypeCode.Bool, ExpressionTypeCode.Bool) => true,
            _ => (IsNumber(left) && IsNumber(right)) || (IsText(left) && IsText(right)),
        };
    }

    private static bool IsNumber(ExpressionType type) =>
        type.Code is ExpressionTypeCode.Int or ExpressionTypeCode.Float;

    private static bool IsText(ExpressionType type) =>
        type.Code is ExpressionTypeCode.String or ExpressionTypeCode.Path;

    private static bool ExistsForAny(ExpressionType left, ExpressionType right)
    {
        foreach (var one in left.Choices)
        {
            foreach (var other in right.Choices)
            {
                if (Exists(one, other)) return true;
            }
        }

        return false;
    }

    private static int OfIntAndFloat(long whole, double number)
    {
        if (number >= IntEnd) return -1;
        if (number < -IntEnd) return 1;
        var floor = Math.Floor(number);
        var order = whole.CompareTo((long)floor);
        return order != 0 || floor == number ? order : -1;
    }

    private static int OfTexts(ref Evaluator evaluator, Operand left, Operand right)
    {
        evaluator.CountText(Math.Min(left.String.Length, right.String.Length));
        return evaluator.Format == PathFormat.Windows && left.IsPath && right.IsPath
            ? PathOrder.Compare(left.String, right.String)
            : CodePoints.Compare(left.String, right.String);
    }

    private static int OfLists(ref Evaluator evaluator, ListValue left, ListValue right)
    {
        var count = Math.Min(left.Count, right.Count);
        evaluator.CountElements(count);
        for (var i = 0; i < count; i++)
        {
            var order = Compare(ref evaluator, left.Elements[i], right.Elements[i]);
            if (order != 0) return order;
        }

        return left.Count.CompareTo(right.Count);
    }
}
