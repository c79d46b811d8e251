using CsCheck;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.Units;

public sealed class UnitBitmapTests
{
    private static readonly Gen<long> Lengths = Gen.OneOf(
        Gen.Long[1, 200], Gen.Long[4000, 4200], Gen.Long[262_000, 262_300], Gen.Const((1L << 47) - 1));

    [Fact]
    public void A_bitmap_holds_what_a_set_holds() =>
        (from length in Lengths
         from changes in Gen.Select(Gen.Long[0, Math.Min(length, 9000) - 1], Gen.Bool).Array[0, 200]
         select (length, changes))
        .Sample(
            sample =>
            {
                var bitmap = new UnitBitmap(sample.length);
                var set = new SortedSet<long>();
                foreach ((long unit, bool value) in sample.changes)
                {
                    bool changed = value ? set.Add(unit) : set.Remove(unit);
                    Assert.Equal(changed, bitmap.Set(unit, value));
                }

                Assert.Equal(set, Ones(bitmap));
                Assert.Equal(set.Count, bitmap.Count);
            },
            iter: 300);

    [Fact]
    public void Units_that_are_not_in_a_set_are_found_in_order() =>
        (from length in Gen.OneOf(Gen.Long[1, 200], Gen.Long[4000, 4200], Gen.Long[262_000, 262_300])
         from zeros in Gen.Long[0, length - 1].Array[0, 100]
         select (length, zeros))
        .Sample(
            sample =>
            {
                var bitmap = new UnitBitmap(sample.length);
                bitmap.SetAll(true);
                var found = new List<long>();
                foreach (long unit in sample.zeros)
                    bitmap.Set(unit, false);
                for (long unit = bitmap.NextZero(0); unit >= 0; unit = bitmap.NextZero(unit + 1))
                    found.Add(unit);
                Assert.Equal(sample.zeros.Distinct().Order(), found);
                bitmap.SetAll(false);
                Assert.Equal(sample.length - 1, bitmap.NextZero(sample.length - 1));
            },
            iter: 300);

    [Fact]
    public void Removing_one_set_from_another_leaves_the_difference() =>
        (from length in Gen.OneOf(Gen.Long[1, 200], Gen.Long[4090, 4200], Gen.Long[262_000, 262_300])
         from all in Gen.Bool
         from left in Gen.Long[0, length - 1].Array[0, 100]
         from right in Gen.Long[0, length - 1].Array[0, 100]
         select (length, all, left, right))
        .Sample(
            sample =>
            {
                var bitmap = new UnitBitmap(sample.length);
                bitmap.SetAll(sample.all);
                foreach (long unit in sample.left)
                    bitmap.Set(unit, !sample.all);
                var expected = new SortedSet<long>(Ones(bitmap));
                var other = new UnitBitmap(sample.length);
                foreach (long unit in sample.right)
                    other.Set(unit, true);
                bitmap.RemoveAll(other);
                expected.ExceptWith(sample.right);
                Assert.Equal(expected, Ones(bitmap));
            },
            iter: 200);

    [Fact]
    public void Rows_bring_back_the_same_set() =>
        (from length in Gen.OneOf(Gen.Long[1, 200], Gen.Long[4000, 4200], Gen.Long[262_000, 262_300])
         from rounds in Gen.Select(Gen.Bool, Gen.Select(Gen.Long[0, length - 1], Gen.Bool).Array[0, 60]).Array[1, 5]
         select (length, rounds))
        .Sample(
            sample =>
            {
                var rows = new Dictionary<(int, long), BitmapNodeRow>();
                var bitmap = new UnitBitmap(sample.length) { Tracked = true };
                foreach ((bool all, (long, bool)[] changes) in sample.rounds)
                {
                    if (all)
                        bitmap.SetAll(changes.Length % 2 == 0);
                    foreach ((long unit, bool value) in changes)
                        bitmap.Set(unit, value);
                    foreach (BitmapNodeRow row in bitmap.TakeChanged(new JobId(1), 0, UnitBitmapKind.Succeeded))
                        rows[(row.Level, row.Position)] = row;
                    var loaded = new UnitBitmap(sample.length);
                    loaded.Load(rows.Values);
                    Assert.Equal(Ones(bitmap), Ones(loaded));
                }
            },
            iter: 200);

    [Fact]
    public void A_set_of_everything_is_uniform_however_it_came_about()
    {
        var bitmap = new UnitBitmap(10_000) { Tracked = true };
        for (long unit = 0; unit < bitmap.Length; unit++)
            bitmap.Set(unit, true);
        BitmapNodeRow root = Assert.Single(bitmap.TakeChanged(new JobId(1), 0, UnitBitmapKind.Succeeded));
        Assert.Equal(1, root.Level);
        Assert.All(root.Data, value => Assert.Equal(0xFF, value));
        Assert.Equal(10_000, bitmap.Count);
    }

    [Fact]
    public void A_unit_that_is_not_there_is_refused()
    {
        var bitmap = new UnitBitmap(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => bitmap.Set(10, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => bitmap.Set(-1, true));
    }

    private static List<long> Ones(UnitBitmap bitmap)
    {
        var ones = new List<long>();
        for (long unit = bitmap.NextOne(0); unit >= 0; unit = bitmap.NextOne(unit + 1))
            ones.Add(unit);
        return ones;
    }
}
