using Renderacre.Contracts.Limits;
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
        };
    }
}
