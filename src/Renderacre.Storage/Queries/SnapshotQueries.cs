using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;
using Renderacre.Storage.Bitmaps;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>Reads what the farm holds in memory.</summary>
internal sealed class SnapshotQueries(SqliteDatabase database)
{
    public FarmSnapshot Farm() => Farm(LimitColumns.ReadAll(database));

    private FarmSnapshot Farm(List<LimitRow> limits) => new()
    {
        Revision = database.Number("SELECT revision FROM meta"),
        Time = Newest(limits),
        NextId = database.Number("SELECT next_id FROM meta"),
        Limits = limits,
        Shares = Shares(),
        StorageProfiles = NamedQueries.StorageProfiles(database),
        Queues = NamedQueries.Queues(database),
        Workers = Workers(),
        Jobs = JobsInMemory().ConvertAll(job => Job(job)!),
        Sessions = Sessions(),
        Leases = Leases(),
        Reservations = Reservations(),
        LimitReservations = LimitReservations(),
    };

    public JobSnapshot? Job(JobId job)
    {
        var rows = database.Statement($"""
            SELECT submitted_at, {JobColumns.State}, plan FROM job JOIN job_plan ON job_plan.job = job.id
            WHERE id = ?1
            """).Set(1, job.Value);
        if (!rows.Read())
            return null;
        var submittedAt = new FarmTime(rows.Long(0));
        var row = JobColumns.ReadState(rows, 1, job);
        var plan = StorageJson.ReadPlan(rows, 1 + JobColumns.StateCount, database.Path, job.Value);
        rows.Reset();
        return new JobSnapshot(job, plan, row, submittedAt, Units(job), Nodes(job, plan))
        {
            Estimates = Estimates(row),
            WorkerFailures = WorkerFailures(job),
            Waits = Waits(job),
        };
    }

    // Actions of sessions are no history, but those of closed ones are older than that the session was closed; nor is
    // what sources of limits tell.
    private FarmTime Newest(IEnumerable<LimitRow> limits) =>
        limits.Select(limit => limit.Report?.NotedAt ?? default).Append(NewestEvent()).Max();

    private FarmTime NewestEvent() => new(Math.Max(
        database.Number("SELECT at FROM event ORDER BY revision DESC, ordinal DESC LIMIT 1"),
        database.Number("""
            SELECT max(action.ended_at) FROM session JOIN session_action action ON action.session = session.id
            WHERE session.closed_at IS NULL
            """)));

    private List<KeyValuePair<JobId, JobWait>> Waits(JobId job)
    {
        var waits = new List<KeyValuePair<JobId, JobWait>>();
        var rows = database.Statement("""
            SELECT upstream, on_end, upstream_job.state FROM job_dependency
            LEFT JOIN job upstream_job ON upstream_job.id = upstream
            WHERE job = ?1 AND job_dependency.state = 0 ORDER BY upstream
            """).Set(1, job.Value);
        while (rows.Read())
        {
            var state = rows.LongOrNull(2) is { } number ? (JobState)number : (JobState?)null;
            waits.Add(new(new JobId(rows.Long(0)), new JobWait(rows.Flag(1), state)));
        }
        return waits;
    }

    private List<KeyValuePair<WorkerId, int>> WorkerFailures(JobId job)
    {
        var failures = new List<KeyValuePair<WorkerId, int>>();
        var rows = database.Statement("SELECT worker, failures FROM worker_failure WHERE job = ?1 ORDER BY worker")
            .Set(1, job.Value);
        while (rows.Read())
            failures.Add(new(new WorkerId(rows.Long(0)), rows.Int(1)));
        return failures;
    }

    private List<ShareRow> Shares()
    {
        var shares = new List<ShareRow>();
        var rows = database.Statement("SELECT name, weight, usage, period FROM share ORDER BY name");
        while (rows.Read())
            shares.Add(new ShareRow(rows.Text(0), rows.Int(1), rows.Long(2), rows.Long(3)));
        return shares;
    }

    private List<KeyValuePair<WorkerId, WorkerRow>> Workers()
    {
        var workers = new List<KeyValuePair<WorkerId, WorkerRow>>();
        var rows = database.Statement($"SELECT id, {WorkerColumns.All} FROM worker ORDER BY id");
        while (rows.Read())
            workers.Add(new(new WorkerId(rows.Long(0)), WorkerColumns.Read(rows, 1)));
        return workers;
    }

    private List<JobId> JobsInMemory()
    {
        var jobs = new List<JobId>();
        var rows = database.Statement("SELECT id FROM job WHERE in_memory = 1 ORDER BY id");
        while (rows.Read())
            jobs.Add(new JobId(rows.Long(0)));
        return jobs;
    }

    private List<KeyValuePair<UnitRef, UnitRow>> Units(JobId job)
    {
        var units = new List<KeyValuePair<UnitRef, UnitRow>>();
        var rows = database.Statement($"""
            SELECT step, unit, {UnitColumns.All} FROM unit WHERE job = ?1 ORDER BY step, unit
            """).Set(1, job.Value);
        while (rows.Read())
            units.Add(new(new UnitRef(job, rows.Int(0), rows.Long(1)), UnitColumns.Read(rows, 2)));
        return units;
    }

    private List<StepEstimated> Estimates(JobChanged job)
    {
        var estimates = new List<StepEstimated>();
        var rows = database.Statement("""
            SELECT step, unit_nanoseconds, samples, largest_chunk FROM job_step
            WHERE job = ?1 AND samples > 0 ORDER BY step
            """).Set(1, job.Job.Value);
        while (rows.Read())
        {
            estimates.Add(new StepEstimated(job.Job, rows.Int(0), rows.Long(1), rows.Int(2), rows.Long(3))
            {
                By = job.By,
                At = job.At,
            });
        }
        return estimates;
    }

    private List<BitmapNodeRow> Nodes(JobId job, JobPlan plan)
    {
        var nodes = new List<BitmapNodeRow>();
        var rows = database.Statement("""
            SELECT step, kind, level, position, data FROM bitmap_node
            WHERE job = ?1 ORDER BY step, kind, level DESC, position
            """).Set(1, job.Value);
        while (rows.Read())
        {
            nodes.Add(new BitmapNodeRow(
                job, rows.Int(0), (UnitBitmapKind)rows.Int(1), rows.Int(2), rows.Long(3), rows.Bytes(4).ToArray()));
        }
        return ReachableNodes.Of(nodes, [.. plan.Steps.Select(step => step.UnitsMade)]);
    }

    private List<SessionSnapshot> Sessions()
    {
        var sessions = new List<SessionSnapshot>();
        var principals = new TextPool();
        var rows = database.Statement("""
            SELECT id, worker, job, step, class, single_task, opened_at, opened_by, ending, last_report,
              gpus FROM session
            WHERE closed_at IS NULL ORDER BY id
            """);
        while (rows.Read())
        {
            var opened = new SessionOpened(
                new SessionId(rows.Long(0)), new WorkerId(rows.Long(1)), new JobId(rows.Long(2)), rows.Int(3),
                rows.Int(4), rows.Flag(5))
            {
                At = new FarmTime(rows.Long(6)),
                By = new Principal(principals.Text(rows, 7)),
                Gpus = rows.TextOrNull(10) is { } gpus ? StorageJson.ReadTexts(gpus) : null,
            };
            sessions.Add(new SessionSnapshot(opened, rows.Flag(8), rows.Long(9)));
        }
        return sessions;
    }

    private List<LimitReserved> LimitReservations()
    {
        var reservations = new List<LimitReserved>();
        var rows = database.Statement("SELECT job, step, class, at FROM limit_reservation ORDER BY job, step, class");
        while (rows.Read())
        {
            reservations.Add(new LimitReserved(new JobId(rows.Long(0)), rows.Int(1), rows.Int(2))
            {
                By = Principal.Itself,
                At = new FarmTime(rows.Long(3)),
            });
        }
        return reservations;
    }

    private List<WorkerReserved> Reservations()
    {
        var reservations = new List<WorkerReserved>();
        var rows = database.Statement("SELECT worker, job, step, class, since FROM reservation ORDER BY worker");
        while (rows.Read())
        {
            reservations.Add(new WorkerReserved(
                new WorkerId(rows.Long(0)), new JobId(rows.Long(1)), rows.Int(2), rows.Int(3))
            {
                By = Principal.Itself,
                At = new FarmTime(rows.Long(4)),
            });
        }
        return reservations;
    }

    // Attempts are looked up in the order in which they lie: millions of ended ones are between the live ones, and
    // SQLite would go to and fro among them and sort all columns afterwards.
    private List<LeaseSnapshot> Leases()
    {
        var live = LiveLeases();
        var leases = new List<LeaseSnapshot>(live.Count);
        var principals = new TextPool();
        var row = database.Statement("""
            SELECT session, worker, job, step, first, unit_count, number, token_high, token_low, ahead, leased_at,
              leased_by FROM attempt WHERE id = ?1
            """);
        foreach (var lease in live)
        {
            if (!row.Set(1, lease.Id).Read())
                continue;
            leases.Add(new LeaseSnapshot(
                ReadGranted(row, lease.Id, principals), lease.StartedAt, lease.Stopping, lease.Revoked));
            row.Reset();
        }
        return leases;
    }

    private List<LiveLease> LiveLeases()
    {
        var leases = new List<LiveLease>();
        var rows = database.Statement("SELECT id, started_at, stopping, revoked FROM lease");
        while (rows.Read())
        {
            var startedAt = rows.LongOrNull(1) is { } time ? new FarmTime(time) : (FarmTime?)null;
            leases.Add(new LiveLease(rows.Long(0), startedAt, rows.Flag(2), rows.Flag(3)));
        }
        leases.Sort((left, right) => left.Id.CompareTo(right.Id));
        return leases;
    }

    private static LeaseGranted ReadGranted(SqliteStatement row, long id, TextPool principals) => new(
        new LeaseId(id), new SessionId(row.Long(0)), new WorkerId(row.Long(1)),
        new UnitRef(new JobId(row.Long(2)), row.Int(3), row.Long(4)), row.Long(5), row.Int(6),
        new LeaseToken(unchecked((ulong)row.Long(7)), unchecked((ulong)row.Long(8))), row.Flag(9))
    {
        At = new FarmTime(row.Long(10)),
        By = new Principal(principals.Text(row, 11)),
    };

    private readonly record struct LiveLease(long Id, FarmTime? StartedAt, bool Stopping, bool Revoked);
}
