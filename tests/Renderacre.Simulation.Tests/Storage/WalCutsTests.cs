using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Storage;

namespace Renderacre.Simulation.Tests.Storage;

public sealed class WalCutsTests
{
    [Fact]
    public void A_log_that_is_cut_anywhere_leaves_the_commits_that_were_whole()
    {
        var tally = new Tally();
        new WalCuts(tally, new SimulationRandom(1)).Run();
        Assert.True(tally.Of(FaultKind.WalCut) > 20);
    }
}
