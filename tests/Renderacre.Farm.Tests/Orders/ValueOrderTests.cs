using Renderacre.Farm.Orders;

namespace Renderacre.Farm.Tests.Orders;

public sealed class ValueOrderTests
{
    [Fact]
    public void Orders_are_what_their_names_say()
    {
        Assert.Equal([4, 3, 2, 1, 0], All(new UnitOrder { Kind = UnitOrderKind.Reverse, Length = 5 }));
        Assert.Equal([0, 3, 6, 1, 2, 4, 5], All(new UnitOrder { Kind = UnitOrderKind.Every, Length = 7, Every = 3 }));
        Assert.Equal([1, 2, 0, 3], All(new UnitOrder { Kind = UnitOrderKind.MiddleOut, Length = 4 }));
        Assert.Equal([2, 3, 1, 4, 0], All(new UnitOrder { Kind = UnitOrderKind.MiddleOut, Length = 5 }));
        var first = new UnitOrder { Kind = UnitOrderKind.First, Length = 6, First = [5, 0, 2] };
        Assert.Equal([5, 0, 2, 1, 3, 4], All(first));
    }

    [Fact]
    public void The_rank_of_a_value_is_where_it_comes()
    {
        foreach (UnitOrder order in Many())
        {
            ValueOrder values = ValueOrder.Of(order);
            long[] all = All(order);
            Assert.Equal(Enumerable.Range(0, (int)order.Length).Select(each => (long)each), all.Order());
            Assert.All(all.Index(), entry => Assert.Equal(entry.Index, values.RankOf(entry.Item)));
        }
    }

    private static IEnumerable<UnitOrder> Many()
    {
        var random = new Random(7);
        for (int length = 1; length < 60; length++)
        {
            long[] places = [.. Enumerable.Range(0, length).Select(each => (long)each)];
            random.Shuffle(places);
            yield return new UnitOrder { Kind = UnitOrderKind.Reverse, Length = length };
            yield return new UnitOrder { Kind = UnitOrderKind.MiddleOut, Length = length };
            yield return new UnitOrder { Kind = UnitOrderKind.Every, Length = length, Every = 2 + length % 7 };
            yield return new UnitOrder
            {
                Kind = UnitOrderKind.First,
                Length = length,
                First = places[..random.Next(length + 1)],
            };
        }
    }

    private static long[] All(UnitOrder order) =>
        [.. Enumerable.Range(0, (int)order.Length).Select(rank => ValueOrder.Of(order).ValueAt(rank))];
}
