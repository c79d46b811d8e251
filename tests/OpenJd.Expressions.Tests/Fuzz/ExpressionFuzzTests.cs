using System.Globalization;
using OpenJd.Fuzz;
using OpenJd.Fuzz.Expressions;

namespace OpenJd.Expressions.Tests.Fuzz;

/// <summary>A part of what <c>./dev fuzz expressions</c> does; OPENJD_FUZZ_COUNT asks for more.</summary>
public sealed class ExpressionFuzzTests
{
    private const ulong Seed = 1;
    private const long DefaultCount = 5000;

    [Fact]
    public void Random_expressions_have_a_value_or_an_error_within_their_limits()
    {
        var asked = Environment.GetEnvironmentVariable("OPENJD_FUZZ_COUNT");
        var count = asked is null ? DefaultCount : long.Parse(asked, CultureInfo.InvariantCulture);
        var run = new FuzzRun(new ExpressionTarget(), Seed);
        run.Run(0, count, _ => { });
        Assert.InRange(run.Accepted, 1, count - 1);
    }
}
