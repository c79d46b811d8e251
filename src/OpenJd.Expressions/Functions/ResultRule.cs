using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Functions;

/// <summary>Says the type of a result where it is not plain from the signature.</summary>
/// <param name="arguments">The arguments' types, which match the signature; none is a union or unresolved.</param>
/// <returns>The result's type, or null where the arguments do not go together after all.</returns>
internal delegate ExpressionType? ResultRule(ReadOnlySpan<ExpressionType> arguments);
