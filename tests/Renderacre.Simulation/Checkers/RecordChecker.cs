using System.Runtime.CompilerServices;
using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Traces;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// What is kept of attempts and sessions tells all that happened, and nothing else: each lease that was begun, ended or
/// lost is an attempt with its worker's own words and the length of its log; one that was handed back leaves none.
/// </summary>
internal static class RecordChecker
{
    private const int RowsMax = 10_000;

    /// <summary>Looks at the records of one job's unit, and of one of its sessions.</summary>
    public static void Check(Ledger ledger, IFarmReader reader, SimulationRandom random)
    {
        if (ledger.Jobs.Count == 0)
            return;
        LedgerJob job = ledger.Jobs.Values.ElementAt(random.Next(ledger.Jobs.Count));
        int step = random.Next(job.Steps.Count);
        var unit = new UnitRef(job.Id, step, random.Next((int)job.Steps[step].Plan.UnitCount));
        reader.Read(queries =>
        {
            CheckAttempts(ledger, unit, queries);
            CheckSessions(ledger, job.Id, queries);
            return true;
        });
    }

    private static void CheckAttempts(Ledger ledger, UnitRef unit, IFarmQueries queries)
    {
        LeaseGranted[] granted = [.. ledger.Tokens.Values.Where(lease => Covers(lease, unit))
            .OrderBy(lease => lease.Lease.Value)];
        foreach (LeaseGranted back in granted.Where(lease => ledger.HandedBack.Contains(lease.Lease.Value)).Take(3))
            Require(queries.Attempt(back.Lease) is null, unit, $"{back.Lease} was handed back, and is an attempt");
        LeaseGranted[] attempts = [.. granted.Where(lease => !ledger.HandedBack.Contains(lease.Lease.Value))];
        IReadOnlyList<AttemptRow> rows = queries.Attempts([unit], RowsMax);
        IEnumerable<long> kept = rows.Select(row => row.Attempt.Value).Order();
        Require(
            kept.SequenceEqual(attempts.Select(lease => lease.Lease.Value)), unit,
            $"attempts {string.Join(", ", rows.Select(row => row.Attempt.Value))} are kept, and there were "
            + $"{string.Join(", ", attempts.Select(lease => lease.Lease.Value))}");
        foreach (AttemptRow row in rows)
            CheckAttempt(ledger, attempts.Single(lease => lease.Lease == row.Attempt), row);
    }

    private static bool Covers(LeaseGranted lease, UnitRef unit) => lease.First.Job == unit.Job
        && lease.First.Step == unit.Step && lease.First.Unit <= unit.Unit && unit.Unit < lease.First.Unit + lease.Count;

    private static void CheckAttempt(Ledger ledger, LeaseGranted lease, AttemptRow row)
    {
        bool same = row.First == lease.First && row.Count == lease.Count && row.Number == lease.Number
            && row.Worker == lease.Worker && row.Session == lease.Session && row.Token == lease.Token
            && row.LeasedAt == lease.At;
        Require(same, lease.First, $"{lease} is kept as {row}");
        Require(row.StartedAt == ledger.BeganAt(lease.Lease), lease.First, $"{lease.Lease} began, kept is {row}");
        AttemptEnded? ended = ledger.Ended.GetValueOrDefault(lease.Lease.Value);
        AttemptState state = ended?.State
            ?? (row.StartedAt is null ? AttemptState.Leased : AttemptState.Running);
        bool agrees = row.State == state && row.EndedAt == ended?.At;
        Require(agrees, lease.First, $"{lease.Lease} is {state}, kept as {row}");
        Require(
            row.FailureSummary == ended?.FailureSummary, lease.First,
            $"{lease.Lease} failed by '{ended?.FailureSummary}', kept is '{row.FailureSummary}'");
        bool words = row.Result?.Outcome == ended?.Result?.Outcome && row.Result?.ExitCode == ended?.Result?.ExitCode
            && row.Result?.Message == ended?.Result?.Message && row.Result?.LogLength == ended?.Result?.LogLength
            && row.Result?.StderrTail == ended?.Result?.StderrTail;
        Require(words, lease.First, $"{lease.Lease} ended with {ended?.Result}, kept is {row.Result}");
    }

    private static void CheckSessions(Ledger ledger, JobId job, IFarmQueries queries)
    {
        IReadOnlyList<SessionRow> rows = queries.SessionsOfJob(job, null, RowsMax);
        long[] opened = [.. ledger.Records.Where(record => record.Value.Opened.Job == job
            && !record.Value.Opened.SingleTask).Select(record => record.Key)];
        Require(
            rows.Select(row => row.Session.Value).SequenceEqual(opened), new UnitRef(job, 0, 0),
            $"{rows.Count} sessions are kept, and {opened.Length} were opened");
        if (rows.Count == 0)
            return;
        SessionRow last = rows[^1];
        SessionRecord record = ledger.Records[last.Session.Value];
        Require(
            last.ClosedAt == record.Closed?.At && last.CloseReason == record.Closed?.Reason, new UnitRef(job, 0, 0),
            $"{last.Session} ended by {record.Closed}, kept is {last}");
        bool same = queries.SessionActions(last.Session).Select(ran => (ran.Environment, ran.Entering, ran.Message))
            .SequenceEqual(record.Actions.Select(ran => (ran.Environment, ran.Entering, ran.Message)));
        Require(same, new UnitRef(job, 0, 0), $"{last.Session} ran {record.Actions.Count} actions; others are kept");
    }

    private static void Require(
        bool holds, UnitRef unit, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (!holds)
            throw new Violation(nameof(RecordChecker), $"{unit}: {otherwise.ToText()}", $"job {unit.Job.Value}");
    }
}
