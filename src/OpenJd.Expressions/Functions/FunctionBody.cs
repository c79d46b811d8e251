using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Computes a function's result.</summary>
/// <param name="evaluator">Counts operations and memory, and knows how paths are written.</param>
/// <param name="arguments">The arguments, known and of the types that the signature says.</param>
/// <returns>The result; of a finite float, <see cref="Floats.Finite"/> makes one.</returns>
/// <exception cref="Errors.ExpressionException">
/// The values do not do, or a limit is reached. Its source and place are filled in by the caller.
/// </exception>
internal delegate Operand FunctionBody(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments);
