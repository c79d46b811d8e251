using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Functions;

/// <summary>One signature of a function with what computes it.</summary>
internal sealed class Overload
{
    private readonly ExpressionType[] _parameters;
    private readonly ResultRule? _resultRule;

    public Overload(ExpressionType[] parameters, ExpressionType result, FunctionBody body, ResultRule? resultRule)
    {
        (_parameters, Result, Body, _resultRule) = (parameters, result, body, resultRule);
        IsGeneric = Array.Exists(parameters, type => type.HasVariable);
    }

    public ReadOnlySpan<ExpressionType> Parameters => _parameters;

    public ExpressionType Result { get; }

    public FunctionBody Body { get; }

    /// <summary>Whether the parameters have type variables.</summary>
    public bool IsGeneric { get; }

    /// <summary>The result's type where the arguments' types match, or null.</summary>
    /// <param name="types">The arguments' types, none of them a union or unresolved.</param>
    /// <param name="widening">Which arguments may be widened to the parameter's type.</param>
    public ExpressionType? Match(ReadOnlySpan<ExpressionType> types, Widening widening)
    {
        if (types.Length != _parameters.Length) return null;
        var bindings = default(TypeBindings);
        for (var i = 0; i < types.Length; i++)
        {
            if (bindings.Matches(_parameters[i], types[i])) continue;
            var mayWiden = widening == Widening.All || (widening == Widening.AllButFirst && i > 0);
            if (!mayWiden || TypeWidening.To(_parameters[i], types[i]) is not { } widened) return null;
            if (!bindings.Matches(_parameters[i], widened)) return null;
        }

        return _resultRule is null ? bindings.Substitute(Result) : _resultRule(types);
    }

    /// <summary>The signature without the name, as in <c>(int, int) -> int</c>.</summary>
    public override string ToString() => $"({string.Join(", ", (object[])_parameters)}) -> {Result}";
}
