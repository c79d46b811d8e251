using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Functions;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Evaluation;

/// <summary>
/// A place where a function is called. It remembers the overload that the last call took, which the next one takes
/// without a search when its arguments have the same types.
/// </summary>
internal sealed class CallSite(CallKind kind, string name, Function? function, TextSpan span, int caret) : ISourcePlace
{
    private ResolvedCall? _last;

    public CallKind Kind => kind;

    /// <summary>The name or sign as it is written.</summary>
    public string Name => name;

    public Function? Function => function;

    public TextSpan Span => span;

    public int Caret => caret;

    /// <summary>
    /// Whether it is <c>in</c> or <c>not in</c>, whose right operand is the function's first argument.
    /// </summary>
    public bool IsContainment => kind == CallKind.Operator && name is "in" or "not in";

    /// <summary>Calls the function: counts the call, converts the arguments and computes the result.</summary>
    /// <param name="evaluator">The evaluation under way.</param>
    /// <param name="arguments">The arguments, which may be changed.</param>
    /// <returns>The result; unresolved where an argument is.</returns>
    /// <exception cref="ExpressionException">There is no such function, or it cannot be called with these.</exception>
    public Operand Invoke(ref Evaluator evaluator, Span<Operand> arguments)
    {
        try
        {
            evaluator.CountElements(1);
            var call = _last;
            if (call is null || !call.Takes(arguments)) call = Resolve(ref evaluator, arguments);
            if (call is null) return CheckTypes(arguments);
            if (call.Conversions is not null) Convert(ref evaluator, call.Conversions, arguments);
            return call.Overload.Body(ref evaluator, arguments);
        }
        catch (ExpressionException error) when (error.Expression is null)
        {
            throw error.In(evaluator.Text, span, caret);
        }
    }

    private static void Convert(ref Evaluator evaluator, ExpressionType?[] conversions, Span<Operand> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (conversions[i] is { } type) arguments[i] = TypeWidening.Apply(ref evaluator, arguments[i], type);
        }
    }

    /// <summary>Finds the overload for known arguments; null where one is unresolved.</summary>
    private ResolvedCall? Resolve(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        if (function is null || (function.IsHostOnly && !evaluator.Context.IsHostContext))
            throw CallErrors.Unknown(this);
        var types = new ExpressionType[arguments.Length];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = arguments[i].Type;
            if (types[i].IsUnresolved) return null;
        }

        if (function.Resolve(types, kind == CallKind.Method) is not var (overload, _))
            throw CallErrors.NoMatch(this, types);
        return _last = new ResolvedCall(overload, types);
    }

    /// <summary>
    /// With unresolved arguments: what the result can be, or an error where no overload could take them.
    /// </summary>
    private Operand CheckTypes(ReadOnlySpan<Operand> arguments)
    {
        var types = new ExpressionType[arguments.Length];
        for (var i = 0; i < types.Length; i++) types[i] = arguments[i].Type.Constraint;
        return UnresolvedCall.ResultOf(function!, types, kind == CallKind.Method) is { } result
            ? Operand.OfUnresolved(result)
            : throw CallErrors.NoMatch(this, types);
    }
}
