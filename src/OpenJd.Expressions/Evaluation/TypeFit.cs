using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Evaluation;

/// <summary>Which types fit which targets as they are, and in what order conversions are tried (§1.2.3).</summary>
internal static class TypeFit
{
    /// <summary>Whether every value of a type may stand where a target is wanted.</summary>
    public static bool Fits(ExpressionType type, ExpressionType target)
    {
        type = type.Constraint;
        if (target.Code == ExpressionTypeCode.Any || type.Code == ExpressionTypeCode.NoReturn) return true;
        foreach (var choice in type.Choices)
        {
            if (!FitsAny(choice, target)) return false;
        }

        return true;
    }

    /// <summary>
    /// The types that a value could be converted to, in the order in which they are tried: no lists before lists,
    /// strict conversions before those that always work, <c>null</c> never.
    /// </summary>
    public static IEnumerable<ExpressionType> Destinations(ExpressionType type, ExpressionType target) => target.IsUnion
        ? target.Parameters
            .Where(choice => choice.Code != ExpressionTypeCode.Null)
            .OrderBy(choice => Rank(type, choice))
        : [target];

    private static bool FitsAny(ExpressionType type, ExpressionType target)
    {
        foreach (var choice in target.Choices)
        {
            if (choice.Code == ExpressionTypeCode.Any || type.Equals(choice)) return true;
            if (type.IsList && choice.IsList && Fits(type.Inner, choice.Inner)) return true;
        }

        return false;
    }

    private static int Rank(ExpressionType type, ExpressionType choice)
    {
        const int ListRank = 100;
        if (choice.IsList) return ListRank + (type.IsList ? Rank(type.Inner, choice.Inner) : 0);
        return choice.Code switch
        {
            ExpressionTypeCode.Int => 1,
            ExpressionTypeCode.Float => 2,
            ExpressionTypeCode.Bool => 3,
            ExpressionTypeCode.RangeExpression => 4,
            ExpressionTypeCode.String => 5,
            _ => 6,
        };
    }
}
