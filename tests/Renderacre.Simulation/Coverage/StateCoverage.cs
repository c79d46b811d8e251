using Renderacre.Contracts.Sync;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Limits;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Ledgers;

namespace Renderacre.Simulation.Coverage;

/// <summary>The state of what a command is about when it arrives, as the last commit has it.</summary>
internal static class StateCoverage
{
    public static string OfWorker(Ledger ledger, WorkerId? worker) =>
        worker is { } id && ledger.Workers.TryGetValue(id.Value, out LedgerWorker? known)
            ? known.Row.Care switch
            {
                { AsleepSince: not null } => "asleep",
                { Hold: { } hold } => $"{hold.Kind}, {known.Row.State}",
                _ => known.Row.State.ToString(),
            }
            : "unknown";

    public static string OfLimit(Ledger ledger, string limit) =>
        !ledger.Limits.Rows.TryGetValue(limit, out LimitRow? row) ? "undefined"
            : row.Closure is not null ? "shut"
            : ledger.Limits.Held(limit) == 0 ? "free"
            : ledger.Limits.Held(limit) < ledger.Limits.Capacity(limit) ? "held" : "full";

    public static string OfJob(Ledger ledger, JobId job) =>
        ledger.Jobs.TryGetValue(job.Value, out LedgerJob? known) ? known.Row?.State.ToString() ?? "Queued"
            : ledger.Deleted.Contains(job.Value) ? "deleted" : "unknown";

    public static string OfUnit(Ledger ledger, UnitRef unit) =>
        ledger.StateOf(unit) is { } state ? state.ToString()
            : ledger.Deleted.Contains(unit.Job.Value) ? "deleted" : "unknown";

    public static string OfLease(Ledger ledger, LeaseId id)
    {
        if (!ledger.Leases.TryGetValue(id.Value, out LedgerLease? lease))
            return ledger.Ended.ContainsKey(id.Value) || ledger.HandedBack.Contains(id.Value) ? "over" : "unknown";
        if (lease.Revoked)
            return "revoked";
        if (lease.Stopping)
            return "stopping";
        if (lease.Started)
            return "running";
        return ledger.Sessions[lease.Granted.Session.Value].Leases[0] == id.Value ? "head" : "ahead";
    }

    public static string OfSession(Ledger ledger, SessionId id) =>
        !ledger.Sessions.TryGetValue(id.Value, out LedgerSession? session) ? "over or unknown"
            : session.Ending ? "ending"
            : session.Leases.Count == 0 ? "idle" : "busy";

    /// <summary>Counts a sync and each of its reports.</summary>
    public static void Count(SimulatedFarm farm, WorkerId? worker, SyncRequest request)
    {
        farm.Tally.Pair("worker", OfWorker(farm.Ledger, worker), request.Sessions is null ? "sync" : "sync anew");
        foreach (SyncReport report in request.Reports)
            Count(farm, report);
    }

    private static void Count(SimulatedFarm farm, SyncReport report)
    {
        Guid? lease = report switch
        {
            LeaseStarted started => started.LeaseId,
            LeaseCompleted completed => completed.LeaseId,
            LeaseReturned returned => returned.LeaseId,
            _ => null,
        };
        string command = report is LeaseCompleted { Outcome: var end } ? $"completed {end}" : report.GetType().Name;
        if (lease is { } id)
            farm.Tally.Pair("lease", OfLease(farm.Ledger, WireIds.AsLease(id) ?? default), command);
        else
            farm.Tally.Pair("session", OfSession(farm.Ledger, WireIds.AsSession(report.SessionId) ?? default), command);
    }
}
