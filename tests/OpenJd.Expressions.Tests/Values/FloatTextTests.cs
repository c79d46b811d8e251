using System.Globalization;
using CsCheck;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Values;

public sealed class FloatTextTests
{
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1.5e-7, "1.5e-07")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(123456789012345680.0, "1.2345678901234568e+17")]
    [InlineData(1e100, "1e+100")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(9007199254740993.0 * 0.1, "900719925474099.2")]
    public void Floats_are_spelled_as_Python_does(double value, string text) =>
        Assert.Equal(text, new FloatValue(value).Text);

    [Fact]
    public void Every_spelling_reads_back_as_the_same_number() => Check.Sample(
        Gen.Double,
        value => !double.IsFinite(value)
            || double.Parse(new FloatValue(value).Text, CultureInfo.InvariantCulture).Equals(value + 0.0));

    [Fact]
    public void Negative_zero_is_zero() => Assert.Equal("0.0", new FloatValue(-0.0).Text);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_is_no_float(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FloatValue(value));
}
