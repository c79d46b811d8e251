using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Logs;

namespace Renderacre.Simulation.Controllers;

/// <summary>A farm log that keeps nothing: it may be lost without harm.</summary>
internal sealed class NoFarmLog : IFarmLog
{
    public IReadOnlyList<FarmLogRow> Append(IReadOnlyList<FarmLogLine> lines) => [];

    public IReadOnlyList<FarmLogRow> Newest(int limit) => [];

    public IReadOnlyList<FarmLogRow> After(long after, int limit) => [];

    public IReadOnlyList<FarmLogRow> OfWorker(WorkerId worker, int limit) => [];

    public IReadOnlyList<FarmLogRow> OfAttempt(LeaseId attempt, long after, FarmTime since, int limit) => [];

    public long NumberAt(FarmTime time) => 0;

    public void Dispose()
    {
        // Holds nothing.
    }
}
