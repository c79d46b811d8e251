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
        if (elements.Length > 0 && (elements[0].IsInt || elements[0].IsFloat)) return OfNumbers(elements, order);
        var merged = new int[elements.Length];
        for (var width = 1; width < order.Length; width *= 2)
        {
            for (var start = 0; start < order.Length; start += 2 * width)
                Merge(ref evaluator, elements, order, merged, start, width);
            (order, merged) = (merged, order);
        }

        return order;
    }

    /// <summary>
    /// Comparing numbers is not counted, so it has to be fast. Equal numbers may be spelled differently, so they are
    /// brought back into their order.
    /// </summary>
    private static int[] OfNumbers(ReadOnlySpan<Operand> elements, int[] order)
    {
        if (elements[0].IsInt)
        {
            var ints = new long[elements.Length];
            for (var i = 0; i < ints.Length; i++) ints[i] = elements[i].Int;
            Array.Sort(ints, order);
            return OrderEqual(ints, order);
        }

        var floats = new double[elements.Length];
        for (var i = 0; i < floats.Length; i++) floats[i] = elements[i].Float;
        Array.Sort(floats, order);
        return OrderEqual(floats, order);
    }

    private static int[] OrderEqual<TNumber>(TNumber[] sorted, int[] order)
        where TNumber : IEquatable<TNumber>
    {
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && sorted[end].Equals(sorted[start])) end++;
            if (end - start > 1) Array.Sort(order, start, end - start);
            start = end;
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
