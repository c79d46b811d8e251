using Renderacre.Contracts.Limits;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Tests.State;

public sealed class FarmTimeTests
{
    private static readonly FarmTime Stored = new(5_000_000);

    [Fact]
    public void A_farm_that_is_loaded_with_a_clock_that_went_back_goes_on_from_its_newest_event()
    {
        FarmSnapshot snapshot = FarmSnapshot.Empty with { Time = Stored };
        var farm = new FarmState(new FarmSettings(), snapshot, new FarmTime(1_000_000));

        farm.DefineLimit(
            new CommandContext(new Principal("test"), new FarmTime(2_000_000), 1),
            new LimitDefine { Name = "licence", MaxCount = 1 });

        FarmCommit commit = farm.TakeCommit()!; // The limit is news.
        Assert.All(commit.Events, happened => Assert.Equal(Stored, happened.At));
    }
}
