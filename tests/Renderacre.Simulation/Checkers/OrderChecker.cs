using Renderacre.Farm.Events;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// A session is opened for the most important work that its worker could run at that moment (priority, then the share
/// that had least, then age), and a lease covers the first units of it, in order and within one chunk.
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
        LedgerWorker worker = ledger.Workers[opened.Worker.Value];
        // On a worker that is kept for something, what leaves that its room goes before what does not.
        if (worker.KeptFor is not null)
            return;
        bool found = false;
        foreach (ReadyWork other in BruteForce.All(ledger, worker, opened.At, job.Priority))
        {
            found |= other.Job == job;
            if (BruteForce.MayBeKept(ledger, other.Spec))
                continue;
            if (other.Job != job)
                CheckBefore(ledger, opened, job, other.Job);
            else if (other.Step != opened.Step || other.Class != job.Steps[other.Step].ClassPlaceOf(opened))
                throw Broken(opened, $"step {other.Step} class {other.Class} comes first");
        }

        if (!found)
            throw Broken(opened, "nothing of it could run there");
    }

    private static void CheckBefore(Ledger ledger, SessionOpened opened, LedgerJob job, LedgerJob other)
    {
        if (other.Priority > job.Priority)
            throw Broken(opened, $"job {other.Id.Value} has a higher priority");
        string share = ledger.Shares.NameOf(job.Plan);
        string otherShare = ledger.Shares.NameOf(other.Plan);
        if (share == otherShare && other.Id.Value < job.Id.Value)
            throw Broken(opened, $"job {other.Id.Value} is older");
        if (share != otherShare && ledger.Shares.HadMore(share, otherShare, opened.At))
            throw Broken(opened, $"job {other.Id.Value} is of {otherShare}, who had less than {share}");
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
            if (step.ClassOf(unit) == place && job.CanGo(step, unit, granted.At))
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
