using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Functions;

/// <summary>Makes the errors of functions whose arguments' types fit and whose values do not.</summary>
internal static class ValueError
{
    /// <summary>An error whose source and place the caller of the function fills in.</summary>
    /// <param name="reason">A sentence that says what is wrong and what would be right.</param>
    public static ExpressionException Of(string reason) => new(ExpressionErrorKind.Value, reason, default);
}
