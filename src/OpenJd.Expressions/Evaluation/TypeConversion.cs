using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Evaluation;

/// <summary>The conversions of expression language §1.2.3 between types, without values.</summary>
internal static class TypeConversion
{
    /// <summary>What a value of a type can become on its way to a destination, or null where it cannot.</summary>
    public static ExpressionType? To(ExpressionType type, ExpressionType destination)
    {
        if (type.Code == ExpressionTypeCode.Any) return destination;
        if (type.IsList) return destination.IsList ? ListTo(type, destination) : null;
        return (type.Code, destination.Code) switch
        {
            (ExpressionTypeCode.RangeExpression, ExpressionTypeCode.List) =>
                TypeFit.Fits(ExpressionType.Int, destination.Inner) ? ExpressionType.ListOf(ExpressionType.Int) : null,
            (ExpressionTypeCode.Null, _) => null,
            (_, ExpressionTypeCode.String) => destination,
            (ExpressionTypeCode.String, ExpressionTypeCode.Path or ExpressionTypeCode.Int or ExpressionTypeCode.Float
                or ExpressionTypeCode.Bool or ExpressionTypeCode.RangeExpression) => destination,
            (ExpressionTypeCode.Float, ExpressionTypeCode.Int) => destination,
            (ExpressionTypeCode.Int, ExpressionTypeCode.Float) => destination,
            _ => null,
        };
    }

    /// <summary>Whether a conversion works for every value, so that no later one is ever tried.</summary>
    public static bool IsCertain(ExpressionType type, ExpressionType destination) =>
        To(type, destination) is not null
        && (type.Code, destination.Code) is not (
            (ExpressionTypeCode.String, not ExpressionTypeCode.Path)
            or (ExpressionTypeCode.Float, ExpressionTypeCode.Int)
            or (ExpressionTypeCode.List, _)
            or (ExpressionTypeCode.Any, _));

    /// <summary>Any list may turn out to be empty and then fits every list type.</summary>
    private static ExpressionType ListTo(ExpressionType type, ExpressionType destination)
    {
        if (destination.Inner.Code == ExpressionTypeCode.Any) return type;
        if (!destination.Inner.IsUnion) return destination;
        var inner = new List<ExpressionType>();
        foreach (var choice in destination.Inner.Choices)
        {
            if (TypeFit.Fits(type.Inner, choice) || To(type.Inner, choice) is not null) inner.Add(choice);
        }

        return inner.Count == 0 ? destination : ExpressionType.ListOf(ExpressionType.UnionOf([.. inner]));
    }
}
