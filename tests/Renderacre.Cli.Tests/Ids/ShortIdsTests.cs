using Renderacre.Cli.Ids;

namespace Renderacre.Cli.Tests.Ids;

public sealed class ShortIdsTests
{
    [Fact]
    public void An_id_is_cut_to_eight_characters_where_that_is_unique()
    {
        var id = Guid.Parse("3f9a01bc-1111-8000-8000-000000000001");

        Assert.Equal("3f9a01bc", new ShortIds([id, Guid.Parse("4f9a01bc-1111-8000-8000-000000000001")]).Of(id));
    }

    [Fact]
    public void Ids_that_begin_alike_are_cut_after_the_first_character_that_differs()
    {
        var first = Guid.Parse("3f9a01bc-1111-8000-8000-000000000001");
        var second = Guid.Parse("3f9a01bc-1121-8000-8000-000000000001");
        var third = Guid.Parse("3f9a01bd-1121-8000-8000-000000000001");

        var ids = new ShortIds([third, second, first]);

        Assert.Equal(["3f9a01bc-111", "3f9a01bc-112", "3f9a01bd"], [ids.Of(first), ids.Of(second), ids.Of(third)]);
    }

    [Fact]
    public void An_id_that_is_none_of_them_is_shown_whole()
    {
        var id = Guid.Parse("3f9a01bc-1111-8000-8000-000000000001");

        Assert.Equal(id.ToString(), new ShortIds([]).Of(id));
    }
}
