using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Functions;

/// <summary>What the type variables of a signature stand for in one call.</summary>
internal struct TypeBindings
{
    private ExpressionType? _t;
    private ExpressionType? _t1;
    private ExpressionType? _t2;
    private ExpressionType? _t3;

    /// <summary>Whether an argument's type is a parameter's, binding type variables on the way.</summary>
    public bool Matches(ExpressionType parameter, ExpressionType type)
    {
        if (ReferenceEquals(parameter, type)) return true;
        switch (parameter.Code)
        {
            case ExpressionTypeCode.Variable: return Binds(ref Variable(ref this, parameter), type);
            case ExpressionTypeCode.Any: return true;
            case ExpressionTypeCode.List:
                return type.IsList
                    && (type.Inner.Code == ExpressionTypeCode.Null || Matches(parameter.Inner, type.Inner));
            case ExpressionTypeCode.Union: return MatchesChoice(parameter, type);
            default: return type.Code is ExpressionTypeCode.Any || parameter.Equals(type);
        }
    }

    /// <summary>
    /// A type with what the variables stand for in their place; one that stands for nothing is null's.
    /// </summary>
    public ExpressionType Substitute(ExpressionType type)
    {
        if (!type.HasVariable) return type;
        if (type.Code == ExpressionTypeCode.Variable) return Variable(ref this, type) ?? ExpressionType.Null;
        return type.IsList ? ExpressionType.ListOf(Substitute(type.Inner)) : type;
    }

    private static ref ExpressionType? Variable(ref TypeBindings bindings, ExpressionType variable)
    {
        if (ReferenceEquals(variable, ExpressionType.T)) return ref bindings._t;
        if (ReferenceEquals(variable, ExpressionType.T1)) return ref bindings._t1;
        if (ReferenceEquals(variable, ExpressionType.T2)) return ref bindings._t2;
        return ref bindings._t3;
    }

    private static bool Binds(ref ExpressionType? bound, ExpressionType type)
    {
        bound ??= type;
        return bound.Equals(type);
    }

    private bool MatchesChoice(ExpressionType parameter, ExpressionType type)
    {
        foreach (var choice in parameter.Choices)
        {
            if (Matches(choice, type)) return true;
        }

        return false;
    }
}
