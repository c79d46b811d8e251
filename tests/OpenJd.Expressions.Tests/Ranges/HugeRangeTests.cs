using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;

namespace OpenJd.Expressions.Tests.Ranges;

/// <summary>A range is its parts: nothing here could be done by expanding it.</summary>
public sealed class HugeRangeTests
{
    [Fact]
    public void The_largest_range_is_found_its_way_about()
    {
        var range = RangeExpression.Parse("-9223372036854775808 - -2");
        Assert.Equal(long.MaxValue, range.Count);
        Assert.Equal(long.MinValue, range[0]);
        Assert.Equal(-2, range[long.MaxValue - 1]);
        Assert.Equal(long.MaxValue - 1, range.IndexOf(-2));
        Assert.Null(range.IndexOf(-1));
    }

    [Theory]
    [InlineData("-9223372036854775808 - -1")]
    [InlineData("-9223372036854775808 - 9223372036854775807")]
    [InlineData("0-9223372036854775807")]
    [InlineData("0-9223372036854775806, -1")]
    public void More_numbers_than_an_index_reaches_are_refused(string text)
    {
        var error = Assert.Throws<ExpressionException>(() => RangeExpression.Parse(text));
        Assert.Equal("A range cannot have more than 9223372036854775807 numbers.", error.Message);
        Assert.Equal(ExpressionErrorKind.Limit, error.Kind);
    }

    [Fact]
    public void Steps_across_all_64_bits_do_not_overflow()
    {
        var up = RangeExpression.Parse("-9223372036854775808-9223372036854775807:9223372036854775807");
        Assert.Equal([long.MinValue, -1, long.MaxValue - 1], [up[0], up[1], up[2]]);
        var down = RangeExpression.Parse("9223372036854775807 - -9223372036854775808:-9223372036854775808");
        Assert.Equal([-1, long.MaxValue], [down[0], down[1]]);
        Assert.Equal([3, 2], [up.Count, down.Count]);
    }

    [Fact]
    public void A_huge_range_takes_no_more_memory_than_a_small_one()
    {
        Measure("1-9");
        var small = Measure("1-1000");
        var large = Measure("1-1000000000000:3");
        Assert.InRange(large - small, -1024, 1024);
    }

    [Fact]
    public void No_place_beyond_the_ends_has_a_number()
    {
        var range = RangeExpression.Parse("1-3");
        Assert.Throws<ArgumentOutOfRangeException>(() => range[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => range[3]);
    }

    private static long Measure(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var range = RangeExpression.Parse(text);
        Assert.Equal(range[range.Count - 1], range[range.IndexOf(range[range.Count - 1])!.Value]);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
