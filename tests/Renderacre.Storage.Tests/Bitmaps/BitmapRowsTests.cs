using CsCheck;
using Renderacre.Storage.Bitmaps;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Tests.Bitmaps;

public sealed class BitmapRowsTests
{
    private static readonly Gen<(long Units, HashSet<long> Set)> Sets =
        from size in Gen.OneOf(Gen.Long[1, 5_000], Gen.Long[4_000, 300_000], Gen.Const(262_144L), Gen.Const(262_145L))
        from ranges in Gen.Select(Gen.Long[0, size - 1], Gen.Long[1, size]).List[0, 5]
        from single in Gen.Long[0, size - 1].List[0, 50]
        select (size, Union(size, ranges, single));

    [Fact]
    public void A_bitmap_tells_what_the_set_it_was_built_from_tells() => Sets.Sample(
        made =>
        {
            var nodes = BitmapNodes.Of(made.Units, made.Set);
            var rows = new BitmapRows(made.Units, (level, position) => nodes.GetValueOrDefault((level, position)));
            var found = new HashSet<long>();
            var block = 0L;
            while (block * BitmapRows.BlockUnits < made.Units)
                block = Walk(rows, block, made.Units, found);
            Assert.True(made.Set.SetEquals(found));
            foreach (var unit in Probes(made.Units))
                Assert.Equal(made.Set.Contains(unit), rows.Contains(unit));
        },
        iter: 60);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4096, 0)]
    [InlineData(4097, 1)]
    [InlineData(4096 * 64, 1)]
    [InlineData((4096 * 64) + 1, 2)]
    [InlineData((1L << 47) - 1, 6)]
    public void The_root_is_the_smallest_level_that_covers_the_step(long units, int level) =>
        Assert.Equal(level, BitmapRows.RootLevel(units));

    [Fact]
    public void Without_a_root_no_unit_is_in_the_set()
    {
        var rows = new BitmapRows(1_000_000, (_, _) => null);

        Assert.False(rows.Contains(999_999));
        Assert.Equal(new BitmapRun(245, null, false), rows.RunAt(0));
    }

    [Fact]
    public void A_missing_node_is_a_damaged_database()
    {
        var root = new byte[16];
        root[0] = 1;
        var rows = new BitmapRows(10_000, (level, _) => level == 1 ? root : null);

        var damaged = Assert.Throws<StorageException>(() => rows.Contains(0));

        Assert.Contains("level 0, position 0", damaged.Message, StringComparison.Ordinal);
    }

    private static long Walk(BitmapRows rows, long block, long units, HashSet<long> found)
    {
        var run = rows.RunAt(block);
        Assert.True(run.EndBlock > block);
        var end = Math.Min(units, run.EndBlock * BitmapRows.BlockUnits);
        for (var unit = block * BitmapRows.BlockUnits; unit < end; unit++)
        {
            if (run.Contains(unit))
                found.Add(unit);
        }
        return run.EndBlock;
    }

    private static IEnumerable<long> Probes(long units) => [0, units - 1, units / 2, units / 3];

    private static HashSet<long> Union(long size, List<(long Start, long Length)> ranges, List<long> single)
    {
        var set = new HashSet<long>(single);
        foreach (var (start, length) in ranges)
        {
            for (var unit = start; unit < Math.Min(size, start + length); unit++)
                set.Add(unit);
        }
        return set;
    }
}
