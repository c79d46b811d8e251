using CsCheck;
using Renderacre.Farm.State;

namespace Renderacre.Farm.Tests.State;

public sealed class ByNumberTests
{
    /// <summary>Few numbers, so that things come and go; times eight, so that many hash to the same place.</summary>
    private static readonly Gen<(long Number, bool Comes)[]> Changes =
        Gen.Select(Gen.Long[0, 60].Select(number => number * 8), Gen.Bool).Array[0, 200];

    [Fact]
    public void It_holds_what_came_and_has_not_gone() => Changes.Sample(changes =>
    {
        var items = new ByNumber<string>();
        var expected = new SortedDictionary<long, string>();
        foreach ((long number, bool comes) in changes)
        {
            if (comes)
                items[number] = expected[number] = $"{number}, {expected.Count}";
            else
                Assert.Equal(expected.Remove(number), items.Remove(number));
            Assert.Equal(expected.Count, items.Count);
            Assert.Equal(expected.GetValueOrDefault(number), items.GetValueOrDefault(number));
        }

        Assert.Equal(expected.Values, items.Values);
        for (long number = 0; number <= 500; number++)
            Assert.Equal(expected.GetValueOrDefault(number), items.GetValueOrDefault(number));
    });

    [Fact]
    public void What_is_not_there_is_said_so()
    {
        var items = new ByNumber<string> { [7] = "seven" };
        Assert.False(items.TryGetValue(8, out string? found));
        Assert.Null(found);
        Assert.Equal("nothing has the number 8", Assert.Throws<KeyNotFoundException>(() => items[8]).Message);
    }
}
