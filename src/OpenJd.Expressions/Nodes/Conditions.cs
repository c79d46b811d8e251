using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>Conditions are booleans; nothing else counts as true or false (§1.3.5).</summary>
internal static class Conditions
{
    /// <summary>Refuses what can be no boolean.</summary>
    public static void Check(ref Evaluator evaluator, Node node, Operand value, string what)
    {
        if (value.IsBool || (value.IsUnresolved && CanBeBool(value.Type.Constraint))) return;
        throw evaluator.Error(
            node,
            ExpressionErrorKind.Type,
            $"{what} must be a bool, and this is {value.Type}: compare it, as in x > 0 or x != null.");
    }

    private static bool CanBeBool(ExpressionType constraint)
    {
        foreach (var choice in constraint.Choices)
        {
            if (choice.Code is ExpressionTypeCode.Bool or ExpressionTypeCode.Any or ExpressionTypeCode.NoReturn)
                return true;
        }

        return false;
    }
}
