using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Sorts elements so that equal ones keep their order, and counts what comparing them costs.</summary>
internal static class StableOrder
{
    /// <summary>The indices of elements in ascending order of the elements.</summary>
    public static int[] Of(ref Evaluator evaluator, ReadOnlySpan<Operand> elements)
    {
        var order = new int[elements.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var merged = new int[elements.Length];
        for (var width = 1; width < order.Length; width *= 2)
        {
            for (var start = 0; start < order.Length; start += 2 * width)
                Merge(ref evaluator, elements, order, merged, start, width);
            (order, merged) = (merged, order);
        }

        return order;
    }

    /// <summary>Merges two sorted runs that lie side by side.</summary>
    private static void Merge(
        ref Evaluator evaluator, ReadOnlySpan<Operand> elements, int[] from, int[] to, int start, int width)
    {
        var middle = Math.Min(start + width, from.Length);
        var end = Math.Min(middle + width, from.Length);
        var (left, right) = (start, middle);
        for (var at = start; at < end; at++)
        {
            var takesLeft = right == end
                || (left < middle
                    && Ordering.Compare(ref evaluator, elements[from[left]], elements[from[right]]) <= 0);
            to[at] = takesLeft ? from[left++] : from[right++];
        }
    }
}
