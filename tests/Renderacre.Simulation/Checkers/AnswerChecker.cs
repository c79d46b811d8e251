using System.Runtime.CompilerServices;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Network;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// What was answered is durable: no acknowledged command is lost, and no answer leaves before its commit.
/// </summary>
internal static class AnswerChecker
{
    public static void Registered(SimulatedFarm farm, Answer answer)
    {
        if (!answer.IsOk)
            return;
        WorkerId? worker = WireIds.AsWorker(answer.Read(Wire.Json.WorkerInfo).Id);
        Require(farm, worker is { } id && farm.Ledger.Workers.ContainsKey(id.Value), $"{worker} is not stored");
    }

    public static void Synced(
        SimulatedFarm farm, WorkerId? worker, SyncRequest request, Answer answer, TimeSpan arrived, bool honest)
    {
        if (!answer.IsOk || worker is not { } asker)
            return;
        farm.Expiry.Heard(asker, arrived);
        foreach (IGrouping<Guid, SyncReport> told in request.Reports.GroupBy(report => report.SessionId))
            CheckReports(farm, asker, told, honest);
        CheckProcess(farm, asker, request);
        SyncResponse response = answer.Read(Wire.Json.SyncResponse);
        foreach (SessionAssignment session in response.Sessions)
        {
            bool known = farm.Ledger.Sessions.TryGetValue(IdOf(session.SessionId), out LedgerSession? open);
            bool theirs = known && open!.Opened.Worker == asker;
            bool wanted = request.Accepting || farm.Expiry.OpenedAt(IdOf(session.SessionId)) <= arrived;
            Require(farm, wanted, $"session {IdOf(session.SessionId)} is given to worker {asker.Value}, which drains");
            Require(farm, theirs, $"session {IdOf(session.SessionId)} is not stored as theirs");
        }

        foreach (LeaseAssignment lease in response.Leases)
        {
            long id = WireIds.AsLease(lease.LeaseId)!.Value.Value; // The controller made it.
            bool known = farm.Ledger.Leases.TryGetValue(id, out LedgerLease? live);
            Require(farm, known && live!.Granted.Worker == asker, $"lease {id} is told and is not stored as theirs");
        }
    }

    /// <summary>A v1 worker's completion was accepted.</summary>
    public static void Completed(SimulatedFarm farm, LeaseId lease, bool succeeded, Answer answer)
    {
        if (!answer.IsOk)
            return;
        bool ended = farm.Ledger.Ended.TryGetValue(lease.Value, out Farm.Events.AttemptEnded? end);
        bool agrees = ended && end!.Result is { } result && result.Outcome == LeaseOutcome.Succeeded == succeeded;
        Require(farm, agrees, $"lease {lease.Value} was completed, succeeded {succeeded}, and is stored as {end}");
    }

    public static void Require(
        SimulatedFarm farm, bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        farm.Tally.Checked(nameof(AnswerChecker));
        if (!holds)
            throw new Violation(nameof(AnswerChecker), $"it was answered, and {otherwise.ToText()}");
    }

    // A request that was held may have been let go because a newer process registered.
    private static void CheckProcess(SimulatedFarm farm, WorkerId asker, SyncRequest request) => Require(
        farm, (request.Hold && request.Reports.Count == 0) || farm.Processes.Contains((asker, request.Incarnation)),
        $"process {request.Incarnation} of worker {asker.Value} has never registered");

    // Who numbers reports as they like may complete a lease under a number that was told before: it is passed over.
    private static void CheckReports(
        SimulatedFarm farm, WorkerId asker, IGrouping<Guid, SyncReport> told, bool honest)
    {
        if (!farm.Ledger.Sessions.TryGetValue(IdOf(told.Key), out LedgerSession? session)
            || session.Opened.Worker != asker)
        {
            return;
        }

        long last = told.Max(report => report.Number);
        long id = session.Opened.Session.Value;
        Require(farm, session.LastReport >= last, $"report {last} of session {id} is not stored");
        foreach (LeaseCompleted completed in honest ? told.OfType<LeaseCompleted>() : [])
        {
            long lease = WireIds.AsLease(completed.LeaseId)?.Value ?? 0;
            bool live = farm.Ledger.Leases.TryGetValue(lease, out LedgerLease? held)
                && held.Granted.Session == session.Opened.Session;
            Require(farm, !live, $"lease {lease} was completed and lives on");
        }
    }

    private static long IdOf(Guid session) => WireIds.AsSession(session)?.Value ?? 0;
}
