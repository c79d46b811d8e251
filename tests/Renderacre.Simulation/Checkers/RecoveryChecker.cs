using System.Runtime.CompilerServices;
using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Time;
using Renderacre.Simulation.Traces;
using Renderacre.Storage.Stores;

namespace Renderacre.Simulation.Checkers;

/// <summary>A farm that is built from storage has everything that became durable, and nothing else.</summary>
internal static class RecoveryChecker
{
    public static void Check(Ledger ledger, IFarmStore store, FarmSettings settings, Agenda agenda)
    {
        FarmSnapshot snapshot = store.Load();
        Require(snapshot.Revision == ledger.Revision, $"stored: {snapshot.Revision}, durable: {ledger.Revision}");
        RequireSame(ledger.OpenJobs.Keys, snapshot.Jobs.Select(job => job.Job.Value), "jobs");
        RequireSame(ledger.Leases.Keys, snapshot.Leases.Select(lease => lease.Granted.Lease.Value), "leases");
        RequireSame(ledger.Sessions.Keys, snapshot.Sessions.Select(each => each.Opened.Session.Value), "sessions");
        RequireSame(ledger.Workers.Keys, snapshot.Workers.Select(worker => worker.Key.Value), "workers");
        Require(ledger.Limits.Rows.Values.SequenceEqual(snapshot.Limits), $"limits differ");
        foreach (SessionSnapshot session in snapshot.Sessions)
            CheckSession(ledger.Sessions[session.Opened.Session.Value], session);
        foreach (LeaseSnapshot lease in snapshot.Leases)
            CheckLease(ledger.Leases[lease.Granted.Lease.Value], lease);
        var farm = new FarmState(settings, snapshot, FarmTime.From(agenda.Time.GetUtcNow()));
        farm.CheckInvariants();
        foreach (LedgerJob job in ledger.OpenJobs.Values)
            CheckUnits(farm, job);
        CheckEnded(ledger, store, farm);
    }

    private static void CheckEnded(Ledger ledger, IFarmStore store, FarmState farm)
    {
        LedgerJob? ended = ledger.Jobs.Values.LastOrDefault(job => !ledger.OpenJobs.ContainsKey(job.Id.Value));
        if (ended is null)
            return;
        JobSnapshot? rows = store.LoadJob(ended.Id);
        Require(rows is not null, $"job {ended.Id.Value} is lost");
        farm.LoadJob(rows!); // Seen above.
        CheckUnits(farm, ended);
    }

    private static void CheckUnits(FarmState farm, LedgerJob job)
    {
        for (int place = 0; place < job.Steps.Count; place++)
        {
            LedgerStep step = job.Steps[place];
            for (long unit = 0; unit < step.Plan.UnitsMade; unit++)
            {
                TaskGlance? glance = farm.Glance(new UnitRef(job.Id, place, unit));
                TaskState state = step.StateOf(unit);
                if (glance?.State == state && (glance.Lease?.Granted.Lease.Value ?? 0) == step.LeaseOf(unit))
                    continue;
                throw new Violation(
                    nameof(RecoveryChecker),
                    $"unit {unit} of step {place} is {glance?.State} under {glance?.Lease?.Granted.Lease} when "
                    + $"loaded; it is {state} under {step.LeaseOf(unit)}",
                    $"job {job.Id.Value}");
            }
        }
    }

    private static void CheckSession(LedgerSession session, SessionSnapshot stored) => Require(
        session.Opened.Worker == stored.Opened.Worker && session.Opened.Job == stored.Opened.Job
            && session.Ending == stored.Ending && session.LastReport == stored.LastReport,
        $"session {stored.Opened.Session.Value} is stored as {stored}");

    private static void CheckLease(LedgerLease lease, LeaseSnapshot stored) => Require(
        lease.Granted.Token == stored.Granted.Token && lease.Granted.First == stored.Granted.First
            && lease.Started == stored.StartedAt is not null && lease.Stopping == stored.Stopping
            && lease.Revoked == stored.Revoked,
        $"lease {stored.Granted.Lease.Value} is stored as {stored}");

    private static void RequireSame(IEnumerable<long> durable, IEnumerable<long> loaded, string what)
    {
        List<long> expected = [.. durable];
        List<long> actual = [.. loaded];
        Require(
            expected.SequenceEqual(actual),
            $"{what}: lost {string.Join(", ", expected.Except(actual))}, "
            + $"too many {string.Join(", ", actual.Except(expected))}");
    }

    private static void Require(
        bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (!holds)
            throw new Violation(nameof(RecoveryChecker), otherwise.ToText());
    }
}
