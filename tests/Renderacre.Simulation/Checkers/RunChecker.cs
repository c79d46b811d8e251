using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// What really runs where. A worker that stops on silence has killed its task before the farm can give its lease away:
/// no two processes of one task overlap.
/// </summary>
internal sealed class RunChecker(SimulatedFarm farm)
{
    private readonly Dictionary<UnitRef, List<Run>> _runs = [];

    public void Began(string machine, LeaseAssignment lease, bool stopsOnSilence)
    {
        foreach (UnitRef unit in Units(lease))
        {
            if (!_runs.TryGetValue(unit, out List<Run>? runs))
                _runs[unit] = runs = [];
            foreach (Run other in runs)
                CheckOverlap(other, unit, machine);
            runs.Add(new Run(machine, Lease(lease), stopsOnSilence));
        }
    }

    public void Stopped(LeaseAssignment lease)
    {
        foreach (UnitRef unit in Units(lease))
        {
            if (_runs.TryGetValue(unit, out List<Run>? runs) && runs.RemoveAll(run => run.Lease == Lease(lease)) > 0
                && runs.Count == 0)
            {
                _runs.Remove(unit);
            }
        }
    }

    /// <summary>A worker's process is gone: nobody watches for silence there.</summary>
    public void Unwatched(string machine)
    {
        foreach (Run run in _runs.Values.SelectMany(runs => runs).Where(run => run.Machine == machine))
            run.StopsOnSilence = false;
    }

    private void CheckOverlap(Run other, UnitRef unit, string machine)
    {
        farm.Tally.Checked(nameof(RunChecker));
        if (!other.StopsOnSilence || !farm.Ledger.Ended.TryGetValue(other.Lease, out AttemptEnded? ended))
            return;
        if (ended is not { State: AttemptState.Expired, By.Name: "farm" })
            return;
        throw new Violation(
            nameof(RunChecker),
            $"{unit} starts on {machine} while lease {other.Lease} of it still runs on {other.Machine}, which stops on "
            + "silence",
            $"job {unit.Job.Value}", other.Machine, machine);
    }

    private static long Lease(LeaseAssignment lease) => WireIds.AsLease(lease.LeaseId)?.Value ?? 0;

    private static IEnumerable<UnitRef> Units(LeaseAssignment lease)
    {
        UnitRef first = WireIds.AsTask(lease.TaskId)!.Value; // The controller made it.
        for (long at = 0; at < lease.Count; at++)
            yield return first with { Unit = first.Unit + at };
    }

    private sealed class Run(string machine, long lease, bool stopsOnSilence)
    {
        public string Machine { get; } = machine;

        public long Lease { get; } = lease;

        public bool StopsOnSilence { get; set; } = stopsOnSilence;
    }
}
