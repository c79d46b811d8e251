using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Results that are floats. Source: expression language §1.3.4.</summary>
internal static class Floats
{
    /// <summary>A float as a result: infinity and not-a-number are errors, negative zero is zero.</summary>
    public static Operand Finite(double value) => double.IsFinite(value)
        ? Operand.OfFinite(value)
        : throw ValueError.Of(double.IsNaN(value)
            ? "The result is not a number."
            : "The result is beyond the largest float, 1.7976931348623157e+308.");
}
