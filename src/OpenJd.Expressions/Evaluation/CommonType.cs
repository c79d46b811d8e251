using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Evaluation;

/// <summary>
/// The type that elements of different types have in one list. Source: expression language §1.2.6 and §2.1.3.
/// </summary>
internal static class CommonType
{
    /// <summary>
    /// The common type of two element types, or null where there is none. Of unions, whose actual type is not known
    /// yet, it is what any pair of their choices can have.
    /// </summary>
    public static ExpressionType? Of(ExpressionType left, ExpressionType right)
    {
        if (left.Equals(right)) return left;
        var found = new List<ExpressionType>();
        foreach (var one in left.Choices)
        {
            foreach (var other in right.Choices)
            {
                if (OfSingle(one, other) is { } common) found.Add(common);
            }
        }

        return found.Count == 0 ? null : ExpressionType.UnionOf([.. found]);
    }

    private static ExpressionType? OfSingle(ExpressionType left, ExpressionType right)
    {
        if (left.Equals(right)) return left;
        if (left.Code is ExpressionTypeCode.Any or ExpressionTypeCode.NoReturn) return right;
        if (right.Code is ExpressionTypeCode.Any or ExpressionTypeCode.NoReturn) return left;
        if (left.IsList && right.IsList) return OfLists(left.Inner, right.Inner);
        return (left.Code, right.Code) switch
        {
            (ExpressionTypeCode.Int, ExpressionTypeCode.Float) or (ExpressionTypeCode.Float, ExpressionTypeCode.Int) =>
                ExpressionType.Float,
            (ExpressionTypeCode.Path, ExpressionTypeCode.String)
                or (ExpressionTypeCode.String, ExpressionTypeCode.Path) => ExpressionType.String,
            _ => null,
        };
    }

    private static ExpressionType? OfLists(ExpressionType left, ExpressionType right)
    {
        if (left.Code == ExpressionTypeCode.Null) return ExpressionType.ListOf(right);
        if (right.Code == ExpressionTypeCode.Null) return ExpressionType.ListOf(left);
        return Of(left, right) is { } common ? ExpressionType.ListOf(common) : null;
    }
}
