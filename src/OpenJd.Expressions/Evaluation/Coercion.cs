using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Evaluation;

/// <summary>Brings results to the type that is wanted, in the two steps of expression language §1.2.3.</summary>
internal static class Coercion
{
    /// <summary>A value in the type wanted: as it is where it fits, otherwise converted.</summary>
    /// <exception cref="ExpressionException">It neither fits nor can be converted; the caller says where.</exception>
    public static Operand Convert(ref Evaluator evaluator, Operand value, ExpressionType target)
    {
        var type = value.Type;
        if (ReferenceEquals(type, target) || TypeFit.Fits(type, target)) return value;
        if (value.IsUnresolved) return ConvertUnresolved(type.Constraint, target);
        if (!target.IsUnion) return ValueConversion.To(ref evaluator, value, target) ?? throw NoWay(type, target);
        foreach (var choice in TypeFit.Destinations(type, target))
        {
            if (TryConvert(ref evaluator, value, choice) is { } converted) return converted;
        }

        throw NoWay(type, target);
    }

    private static Operand? TryConvert(ref Evaluator evaluator, Operand value, ExpressionType choice)
    {
        try
        {
            return ValueConversion.To(ref evaluator, value, choice);
        }
        catch (ExpressionException error) when (error.Kind != ExpressionErrorKind.Limit)
        {
            return null;
        }
    }

    /// <summary>
    /// Of a value that is not known, the choices that cannot become what is wanted are discarded; if none is left, it
    /// is an error. Whether a text really spells a number is seen when it is known.
    /// </summary>
    private static Operand ConvertUnresolved(ExpressionType constraint, ExpressionType target)
    {
        var results = new List<ExpressionType>();
        foreach (var choice in constraint.Choices)
        {
            if (TypeFit.Fits(choice, target))
            {
                results.Add(choice);
                continue;
            }

            foreach (var destination in TypeFit.Destinations(choice, target))
            {
                if (TypeConversion.To(choice, destination) is { } result) results.Add(result);
                if (TypeConversion.IsCertain(choice, destination)) break;
            }
        }

        return results.Count > 0
            ? Operand.OfUnresolved(ExpressionType.UnionOf([.. results]))
            : throw NoWay(constraint, target);
    }

    private static ExpressionException NoWay(ExpressionType type, ExpressionType target) => new(
        ExpressionErrorKind.Type, $"This is {type}, which cannot become {target}, the type wanted here.", default);
}
