using CsCheck;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;

namespace OpenJd.Expressions.Tests.Ranges;

/// <summary>Ranges beside the plain sets that the specification defines them by.</summary>
public sealed class RangePropertyTests
{
    private static readonly Gen<(int Start, int End, int Step)> Part = Gen.Select(
        Gen.Int[-60, 60], Gen.Int[-60, 60], Gen.OneOf(Gen.Int[-9, -1], Gen.Int[1, 9]));

    [Fact]
    public void The_numbers_are_those_of_the_definition_each_once_and_ordered() =>
        Part.Array[1, 4].Sample(parts =>
        {
            if (TryParse(parts) is not { } range) return;
            var expected = parts.SelectMany(Defined).Order().ToList();
            Assert.Equal(expected, Values(range));
            Assert.Equal(expected.Distinct().Count(), range.Count);
        });

    [Fact]
    public void Each_place_is_found_again_by_its_number_and_nothing_else_is() =>
        Part.Array[1, 4].Sample(parts =>
        {
            if (TryParse(parts) is not { } range) return;
            var values = Values(range);
            for (var value = -70L; value <= 70; value++)
            {
                var index = values.IndexOf(value);
                Assert.Equal(index < 0 ? null : index, range.IndexOf(value));
            }
        });

    [Fact]
    public void The_canonical_spelling_means_the_same_and_is_its_own() =>
        Part.Array[1, 4].Sample(parts =>
        {
            if (TryParse(parts) is not { } range) return;
            var again = RangeExpression.Parse(range.ToString());
            Assert.Equal(Values(range), Values(again));
            Assert.Equal(again.ToString(), RangeExpression.Parse(again.ToString()).ToString());
        });

    [Fact]
    public void Parts_with_a_number_in_common_always_overlap() =>
        Part.Array[2].Sample(parts =>
        {
            if (Defined(parts[0]).Intersect(Defined(parts[1])).Any()) Assert.Null(TryParse(parts));
        });

    [Fact]
    public void Any_text_is_a_range_or_a_clear_error() =>
        Gen.String[Gen.Char["0123456789-:, \tx+"], 0, 20].Sample(text =>
        {
            try
            {
                Assert.InRange(RangeExpression.Parse(text).Count, 1, long.MaxValue);
            }
            catch (ExpressionException error)
            {
                Assert.InRange(error.Span.End, 0, text.Length);
                Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
            }
        });

    private static IEnumerable<long> Defined((int Start, int End, int Step) part)
    {
        var (start, end, step) = part;
        yield return start;
        for (var value = start + step; step > 0 ? value <= end : value >= end; value += step) yield return value;
    }

    private static RangeExpression? TryParse((int Start, int End, int Step)[] parts)
    {
        try
        {
            var texts = parts.Select(part => $"{part.Start}-{part.End}:{part.Step}");
            return RangeExpression.Parse(string.Join(',', texts));
        }
        catch (ExpressionException error) when (error.Kind == ExpressionErrorKind.Value)
        {
            return null;
        }
    }

    private static List<long> Values(RangeExpression range)
    {
        var values = new List<long>();
        for (var i = 0L; i < range.Count; i++) values.Add(range[i]);
        return values;
    }
}
