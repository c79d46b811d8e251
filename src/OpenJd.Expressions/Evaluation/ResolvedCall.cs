using OpenJd.Expressions.Functions;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Evaluation;

/// <summary>The overload that arguments of certain types take.</summary>
internal sealed class ResolvedCall
{
    private readonly ExpressionType[] _types;

    public ResolvedCall(Overload overload, ExpressionType[] types)
    {
        (Overload, _types) = (overload, types);
        for (var i = 0; i < types.Length; i++)
        {
            var parameter = overload.Parameters[i];
            if (default(TypeBindings).Matches(parameter, types[i])) continue;
            Conversions ??= new ExpressionType?[types.Length];
            Conversions[i] = parameter;
        }
    }

    public Overload Overload { get; }

    /// <summary>The types that arguments are to be converted to, or null where none is.</summary>
    public ExpressionType?[]? Conversions { get; }

    /// <summary>Whether arguments have the very types that this call was resolved for.</summary>
    public bool Takes(ReadOnlySpan<Operand> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!ReferenceEquals(arguments[i].Type, _types[i])) return false;
        }

        return true;
    }
}
