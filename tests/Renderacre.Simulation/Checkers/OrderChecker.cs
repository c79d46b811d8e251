using Renderacre.Farm.Events;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// A session is opened for the most important work that its worker could run at that moment, and a lease covers the
/// first units of it, in order and within one chunk.
/// </summary>
internal sealed class OrderChecker : ICommitChecker
{
    private const int ManyJobs = 12;

    private long _looked;

    public void Before(Ledger ledger, FarmEvent happened)
    {
        bool look = ledger.OpenJobs.Count <= ManyJobs || _looked++ % 8 == 0;
        if (look && happened is SessionOpened opened)
            CheckSession(ledger, opened);
        if (look && happened is LeaseGranted granted)
            CheckLease(ledger, granted);
    }

    private static void CheckSession(Ledger ledger, SessionOpened opened)
    {
        LedgerJob job = ledger.Jobs[opened.Job.Value];
        // On a worker that is kept for something, what leaves that its room goes before what does not.
        if (ledger.Workers[opened.Worker.Value].Reserved)
            return;
        if (BruteForce.Best(ledger, ledger.Workers[opened.Worker.Value]) is not { } best)
            throw Broken(opened, "nothing could run there");
        if (best.Job.Priority > job.Priority)
            throw Broken(opened, $"job {best.Job.Id.Value} has a higher priority");
        bool sharesAlike = best.Job.Plan.Owner == job.Plan.Owner && best.Job.Plan.Project == job.Plan.Project;
        if (sharesAlike && best.Job.Priority == job.Priority && best.Job.Id.Value < opened.Job.Value)
            throw Broken(opened, $"job {best.Job.Id.Value} is older");
        if (best.Job == job && (best.Step, best.Class) != (opened.Step, opened.Class))
            throw Broken(opened, $"step {best.Step} class {best.Class} comes first");
    }

    private static void CheckLease(Ledger ledger, LeaseGranted granted)
    {
        LedgerJob job = ledger.Jobs[granted.First.Job.Value];
        LedgerStep step = job.Steps[granted.First.Step];
        int place = step.ClassOf(granted.First.Unit);
        foreach (long unit in step.InOrder)
        {
            if (unit >= granted.First.Unit && unit < granted.First.Unit + granted.Count)
                break;
            if (step.ClassOf(unit) == place && job.CanGo(step, unit))
                throw Broken(granted, $"unit {unit} comes before {granted.First.Unit}");
        }

        long chunk = step.Plan.ChunkSize;
        long last = granted.First.Unit + granted.Count - 1;
        if (step.Plan.Chunks is null && granted.First.Unit / chunk != last / chunk)
            throw Broken(granted, $"units to {last} are more than one chunk of {chunk}");
    }

    private static Violation Broken(SessionOpened opened, string why) => new(
        nameof(OrderChecker),
        $"session {opened.Session.Value} for step {opened.Step} class {opened.Class} of job {opened.Job.Value}: {why}",
        $"worker {opened.Worker.Value}", $"job {opened.Job.Value}");

    private static Violation Broken(LeaseGranted granted, string why) => new(
        nameof(OrderChecker), $"lease {granted.Lease.Value} of {granted.First}: {why}",
        $"job {granted.First.Job.Value}");
}
