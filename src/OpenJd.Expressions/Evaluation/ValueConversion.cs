using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Functions;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Evaluation;

/// <summary>The conversions of expression language §1.2.3 of values that are known.</summary>
internal static class ValueConversion
{
    /// <summary>A value in another type, or null where no conversion leads there.</summary>
    /// <exception cref="ExpressionException">The conversion exists and this value does not survive it.</exception>
    public static Operand? To(ref Evaluator evaluator, Operand value, ExpressionType destination)
    {
        if (value.TryGetList(out var list)) return ListTo(ref evaluator, list, destination);
        if (value.IsNull) return null;
        return destination.Code switch
        {
            ExpressionTypeCode.String => Operand.Of(value.Text),
            ExpressionTypeCode.Int => ToInt(value),
            ExpressionTypeCode.Float => ToFloat(value),
            ExpressionTypeCode.Bool => value.IsString ? Operand.Of(TextConversion.ToBool(value.String)) : null,
            ExpressionTypeCode.Path =>
                value.IsString ? Operand.OfPath(PurePath.Normalize(value.String, evaluator.Format)) : null,
            ExpressionTypeCode.RangeExpression =>
                value.IsString ? Operand.Of(TextConversion.ToRange(value.String)) : null,
            ExpressionTypeCode.List => value.IsRange ? RangeToList(ref evaluator, value, destination) : null,
            _ => null,
        };
    }

    private static Operand? ToInt(Operand value)
    {
        if (value.IsString) return Operand.Of(TextConversion.ToInt(value.String));
        return value.IsFloat ? Operand.Of(TextConversion.ToInt(value.Float)) : null;
    }

    private static Operand? ToFloat(Operand value)
    {
        if (value.IsInt) return Operand.OfFinite(value.Int);
        return value.IsString ? Operand.Of(TextConversion.ToFloat(value.String)) : null;
    }

    private static Operand? RangeToList(ref Evaluator evaluator, Operand value, ExpressionType destination)
    {
        if (!TypeFit.Fits(ExpressionType.Int, destination.Inner)) return null;
        evaluator.ReserveList(value.Range.Count);
        return Operand.Of(RangeItems.ToList(value.Range));
    }

    private static Operand? ListTo(ref Evaluator evaluator, ListValue list, ExpressionType destination)
    {
        if (!destination.IsList) return null;
        if (list.Count == 0) return Operand.Of(new ListValue(destination.Inner, [], 0));
        evaluator.ReserveList(list.Count);
        var elements = list.Elements.ToArray();
        foreach (ref var element in elements.AsSpan())
            element = Coercion.Convert(ref evaluator, element, destination.Inner);
        return destination.Inner.IsUnion || destination.Inner.Code == ExpressionTypeCode.Any
            ? Natural(elements)
            : Operand.Of(new ListValue(destination.Inner, elements, elements.Length));
    }

    /// <summary>A list of elements that fit a choice: they have the type that a literal of them would have.</summary>
    private static Operand? Natural(Operand[] elements)
    {
        ExpressionType? common = elements[0].Type;
        foreach (var element in elements)
        {
            common = CommonType.Of(common, element.Type);
            if (common is null) return null;
        }

        ListElements.Unify(elements, common);
        return Operand.Of(new ListValue(common, elements, elements.Length));
    }
}
