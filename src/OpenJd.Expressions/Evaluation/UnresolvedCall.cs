using OpenJd.Expressions.Functions;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Evaluation;

/// <summary>
/// What calls can give whose arguments are not known: of unions, every combination of choices that some overload
/// takes. Source: expression language, "Static Type Checking via Unresolved Values".
/// </summary>
internal static class UnresolvedCall
{
    // Beyond so many combinations only the first ones count, which can lose a possible result but refuse no call.
    private const int MaxCombinations = 256;

    /// <summary>The types that a result can have, or null where no overload can take the arguments.</summary>
    public static ExpressionType? ResultOf(Function function, ExpressionType[] types, bool isMethod)
    {
        if (Array.Exists(types, type => type.Code == ExpressionTypeCode.NoReturn)) return ExpressionType.NoReturn;
        if (!Array.Exists(types, type => type.IsUnion || type.Code == ExpressionTypeCode.Any))
            return function.Resolve(types, isMethod)?.Result;
        var results = new List<ExpressionType>();
        var combination = (ExpressionType[])types.Clone();
        var left = MaxCombinations;
        Combine(function, types, combination, 0, isMethod, results, ref left);
        return results.Count == 0 ? null : ExpressionType.UnionOf([.. results]);
    }

    private static void Combine(
        Function function,
        ExpressionType[] types,
        ExpressionType[] combination,
        int index,
        bool isMethod,
        List<ExpressionType> results,
        ref int left)
    {
        if (index == types.Length)
        {
            if (left-- > 0) AddResults(function, combination, isMethod, results);
            return;
        }

        foreach (var choice in types[index].Choices)
        {
            combination[index] = choice;
            Combine(function, types, combination, index + 1, isMethod, results, ref left);
        }
    }

    private static void AddResults(
        Function function, ExpressionType[] combination, bool isMethod, List<ExpressionType> results)
    {
        if (!Array.Exists(combination, type => type.Code == ExpressionTypeCode.Any))
        {
            if (function.Resolve(combination, isMethod) is var (_, result)) results.Add(result);
            return;
        }

        // Where anything can come, any overload can be the one.
        foreach (var overload in function.Overloads)
        {
            if (overload.Match(combination, isMethod ? Widening.AllButFirst : Widening.All) is { } possible)
                results.Add(possible);
        }
    }
}
