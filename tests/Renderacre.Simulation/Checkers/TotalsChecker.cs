using System.Runtime.CompilerServices;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Jobs;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Simulation.Checkers;

/// <summary>The farm's totals, the rows of jobs and units, and the history equal a recount of the books.</summary>
internal sealed class TotalsChecker
{
    private const int UnitsMax = 200;
    private const int EventsMax = 5000;

    private EventCursor _seen;
    private long _leases;

    /// <summary>Counts all that is stored.</summary>
    public void Check(Ledger ledger, IFarmReader reader) => reader.Read(queries =>
    {
        Require(queries.Revision() == ledger.Revision, $"revision {queries.Revision()}, durable {ledger.Revision}");
        CheckTotals(ledger, queries.Totals());
        LedgerJob? newest = ledger.Jobs.Values.LastOrDefault();
        if (newest is not null)
            CheckJob(newest, queries);
        CheckHistory(ledger, queries);
        return true;
    });

    private static void CheckTotals(Ledger ledger, FarmTotals totals)
    {
        foreach (JobState state in Enum.GetValues<JobState>())
        {
            long count = ledger.Jobs.Values.LongCount(job => (job.Row?.State ?? JobState.Queued) == state);
            long told = totals.Jobs.GetValueOrDefault(state);
            Require(told == count, $"{told} jobs are {state}, a recount finds {count}");
        }

        long Units(TaskState state) => ledger.Jobs.Values.Sum(job => job.Count(state));
        var units = new UnitCounts(
            Units(TaskState.Pending), Units(TaskState.Leased), Units(TaskState.Running), Units(TaskState.Succeeded),
            Units(TaskState.Failed), Units(TaskState.Cancelled));
        Require(totals.Units == units, $"{totals.Units}, a recount finds {units}");
        LedgerWorker[] online = [.. ledger.Workers.Values.Where(worker => worker.Row.State == WorkerState.Online)];
        long slots = online.Sum(worker => worker.Row.Slots);
        long used = online.Sum(worker => worker.Sessions.Count);
        long workers = totals.WorkersOnline;
        Require(workers == online.Length, $"{workers} workers are online, a recount finds {online.Length}");
        Require(totals.SlotsOnline == slots, $"{totals.SlotsOnline} slots are online, a recount finds {slots}");
        Require(totals.SlotsUsed == used, $"{totals.SlotsUsed} slots are used, a recount finds {used}");
    }

    private static void CheckJob(LedgerJob job, IFarmQueries queries)
    {
        JobRow? row = queries.Job(job.Id);
        Require(row is not null, $"job {job.Id.Value} has no row");
        long waiting = row!.Counts.Pending; // It was seen.
        Require(waiting == job.Count(TaskState.Pending), $"job {job.Id.Value} counts {row.Counts}");
        foreach (UnitView unit in queries.Units(job.Id, null, UnitsMax, null))
        {
            TaskState state = job.Steps[unit.Unit.Step].StateOf(unit.Unit.Unit);
            bool removed = job.Steps[unit.Unit.Step].Removed.Contains(unit.Unit.Unit);
            Require(!removed, $"{unit.Unit} was removed and is listed");
            Require(unit.State == state, $"{unit.Unit} is stored as {unit.State} and is {state}");
        }
    }

    // Rows of one commit are numbered from 0, and a commit's rows come after those of the ones before it.
    private void CheckHistory(Ledger ledger, IFarmQueries queries)
    {
        IReadOnlyList<EventRow> rows = queries.Events(_seen, EventsMax, FarmEventKinds.All);
        foreach (EventRow row in rows)
        {
            bool next = row.Cursor.Revision == _seen.Revision
                ? row.Cursor.Ordinal == _seen.Ordinal + 1
                : row.Cursor.Revision > _seen.Revision && row.Cursor.Ordinal == 0;
            Require(next || _seen == default, $"event {row.Cursor} follows {_seen}");
            _seen = row.Cursor;
            _leases += row.Kind == FarmEventKind.LeaseGranted ? 1 : 0;
        }

        Require(_seen.Revision <= ledger.Revision, $"event {_seen} is of a commit that is not durable");
        int leases = ledger.Tokens.Count;
        if (rows.Count < EventsMax)
            Require(_leases == leases, $"history has {_leases} leases, and {leases} were granted");
    }

    private static void Require(
        bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (!holds)
            throw new Violation(nameof(TotalsChecker), otherwise.ToText());
    }
}
