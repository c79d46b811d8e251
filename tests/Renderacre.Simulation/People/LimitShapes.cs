using Renderacre.Contracts.Limits;
using Renderacre.Farm.Limits;
using Renderacre.Simulation.Randomness;

namespace Renderacre.Simulation.People;

/// <summary>Limits of all scopes.</summary>
internal static class LimitShapes
{
    public static LimitDefine Make(SimulationRandom random, string name)
    {
        int count = random.Between(1, 6);
        return new LimitDefine
        {
            Name = name,
            MaxCount = count,
            CountedPer = random.Chance(0.6) ? (LimitScope)random.Next(3) : null,
            Headroom = random.Chance(0.2) ? random.Next(count) : 0,
            Source = random.Chance(0.5) ? SourceOf(random) : null,
        };
    }

    /// <summary>What a source answers: mostly that little is used elsewhere.</summary>
    public static SourceAnswer Answer(SimulationRandom random) => random.Chance(0.2)
        ? new SourceAnswer(null, random.Pick<string>(["it hangs", "it is gone"]))
        : new SourceAnswer(500 * random.Next(random.Chance(0.2) ? 14 : 5), null);

    private static LimitSource SourceOf(SimulationRandom random) => random.Chance(0.3)
        ? new LimitSource()
        : new LimitSource { Hook = "seats", CountsFarm = random.Chance(0.5) };
}
