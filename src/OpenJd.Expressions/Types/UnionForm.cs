namespace OpenJd.Expressions.Types;

/// <summary>Brings unions into normal form. Source: expression language, "Union Type Normalization".</summary>
internal static class UnionForm
{
    public static ExpressionType Normalize(ReadOnlySpan<ExpressionType> choices)
    {
        var flat = new List<ExpressionType>(choices.Length);
        var isUnresolved = false;
        foreach (var choice in choices)
        {
            isUnresolved |= choice.IsUnresolved;
            foreach (var member in choice.Constraint.Choices) Add(flat, member);
        }

        var union = Join(flat);
        return isUnresolved ? ExpressionType.UnresolvedOf(union) : union;
    }

    private static void Add(List<ExpressionType> flat, ExpressionType member)
    {
        if (!flat.Contains(member)) flat.Add(member);
    }

    private static ExpressionType Join(List<ExpressionType> flat)
    {
        if (flat.Contains(ExpressionType.Any)) return ExpressionType.Any;
        if (flat.Count > 1) flat.Remove(ExpressionType.NoReturn);
        if (flat.Count == 1) return flat[0];
        if (flat.Count == 0) return ExpressionType.NoReturn;
        flat.Sort(Compare);
        return new ExpressionType(ExpressionTypeCode.Union, Spell(flat), [.. flat]);
    }

    private static int Compare(ExpressionType left, ExpressionType right)
    {
        var nullLast = (left.Code == ExpressionTypeCode.Null).CompareTo(right.Code == ExpressionTypeCode.Null);
        return nullLast != 0 ? nullLast : string.CompareOrdinal(left.ToString(), right.ToString());
    }

    private static string Spell(List<ExpressionType> sorted) =>
        sorted is [var only, { Code: ExpressionTypeCode.Null }] ? $"{only}?" : string.Join(" | ", sorted);
}
