using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Tests.Farms;

/// <summary>The part of the simulation that every run of the tests plays.</summary>
public sealed class SimulatedFarmTests
{
    private const long CommandsEach = 2_500;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_goes_wrong_every_promise_is_kept(int seed)
    {
        using var farm = new SimulatedFarm((ulong)seed, Small);
        try
        {
            farm.Run();
        }
        catch (Violation broken)
        {
            Assert.Fail($"{broken.Message}\nseed {seed}, step {farm.Trace.Steps}\n"
                + string.Join('\n', farm.Trace.Newest(60, broken.About)));
        }

        Assert.True(farm.Tally.Commands >= CommandsEach);
    }

    [Fact]
    public void A_seed_plays_the_same_farm_again()
    {
        Assert.Equal(Played(7), Played(7));
        Assert.NotEqual(Played(7), Played(8));
    }

    private static string Played(ulong seed)
    {
        using var farm = new SimulatedFarm(seed, random => Small(random) with { Commands = 800 });
        farm.Run();
        return $"{farm.Trace.Steps} {farm.Tally.Commands} {farm.Tally.Commits} {farm.Agenda.Now}\n"
            + string.Join('\n', farm.Trace.Newest(200, []));
    }

    private static FarmShape Small(SimulationRandom random) => FarmShape.From(random) with
    {
        SyncWorkers = random.Between(2, 14),
        PollWorkers = random.Next(5),
        Commands = CommandsEach,
    };
}
