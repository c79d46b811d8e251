using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Values;

public sealed class NumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+7", 7)]
    [InlineData("007", 7)]
    [InlineData(" 7\t", 7)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Whole_numbers_are_read_in_base_10(string text, long number)
    {
        var value = IntValue.TryParse(text);
        Assert.Equal(new IntValue(number), value);
        Assert.Equal(number.ToString(System.Globalization.CultureInfo.InvariantCulture), value?.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("--1")]
    [InlineData("1 2")]
    [InlineData("٣")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    public void What_is_no_whole_number_of_64_bits_is_none(string text) => Assert.Null(IntValue.TryParse(text));

    [Theory]
    [InlineData("1", 1.0)]
    [InlineData("-2.50", -2.5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5.0)]
    [InlineData("1e3", 1000.0)]
    [InlineData("+1E-2", 0.01)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    public void Floating_point_numbers_keep_their_spelling(string text, double number)
    {
        var value = FloatValue.TryParse(text);
        Assert.Equal(number, value?.Value);
        Assert.Equal(text, value?.Text);
    }

    [Fact]
    public void Floating_point_numbers_are_equal_by_value()
    {
        Assert.Equal(FloatValue.TryParse("2.5"), FloatValue.TryParse(" 2.50 "));
        Assert.Equal(FloatValue.TryParse("2.5")?.GetHashCode(), FloatValue.TryParse("25e-1")?.GetHashCode());
        Assert.NotEqual(FloatValue.TryParse("2.5"), FloatValue.TryParse("2.6"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("inf")]
    [InlineData("NaN")]
    [InlineData("1e309")]
    [InlineData("1,5")]
    [InlineData("1_0.0")]
    [InlineData("0x1p3")]
    [InlineData("1e")]
    public void What_is_no_finite_decimal_number_is_none(string text) => Assert.Null(FloatValue.TryParse(text));
}
