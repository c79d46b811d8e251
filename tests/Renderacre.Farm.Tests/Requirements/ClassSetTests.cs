using CsCheck;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Tests.Requirements;

public sealed class ClassSetTests
{
    private static readonly Gen<int[]> Ids = Gen.Int[0, 200].Array[0, 20];

    [Fact]
    public void Sets_have_in_common_what_is_in_both() => Gen.Select(Ids, Ids).Sample((left, right) =>
    {
        var common = new ClassSet();
        bool any = common.SetToCommon(Of(left), Of(right));
        int[] expected = [.. left.Intersect(right).Order()];
        Assert.Equal(expected.Length > 0, any);
        Assert.Equal(expected, Members(common, Of(left)));
        Assert.Equal(expected.Length > 0, Of(left).Meets(Of(right)));
    });

    [Fact]
    public void What_was_taken_out_is_not_found_again()
    {
        ClassSet set = Of([3, 64, 130]);
        set[64] = false;
        Assert.Equal([3, 130], Members(set, set));
        set.Clear();
        Assert.False(set[3]);
    }

    private static ClassSet Of(int[] ids)
    {
        var set = new ClassSet();
        foreach (int id in ids)
            set[id] = true;
        return set;
    }

    private static List<int> Members(ClassSet set, ClassSet other)
    {
        var members = new List<int>();
        for (int id = set.NextCommon(other, 0); id >= 0; id = set.NextCommon(other, id + 1))
            members.Add(id);
        return members;
    }
}
