using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>Writes the numbers of a range expression out. Whoever does so has counted them first.</summary>
internal static class RangeItems
{
    public static ListValue ToList(RangeExpression range)
    {
        var elements = new Operand[range.Count];
        CopyTo(range, elements);
        return new ListValue(ExpressionType.Int, elements, elements.Length);
    }

    public static void CopyTo(RangeExpression range, Span<Operand> elements)
    {
        var next = 0;
        foreach (var part in range.Parts)
        {
            for (UInt128 i = 0; i < part.Count; i++) elements[next++] = Operand.Of(part.At((ulong)i));
        }
    }
}
