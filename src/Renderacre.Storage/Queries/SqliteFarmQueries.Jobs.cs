using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

internal sealed partial class SqliteFarmQueries
{
    public IReadOnlyList<JobRow> Jobs(JobCursor? after, int limit, JobSearch search)
    {
        var rows = database.Statement($"""
            SELECT {JobColumns.All} FROM job
            WHERE (priority, id) < (?1, ?2){JobConditions.Of(search)}
            ORDER BY priority DESC, id DESC LIMIT ?3
            """);
        rows.Set(1, after?.Priority ?? long.MaxValue).Set(2, after?.Job.Value ?? 0).Set(3, Limited(limit));
        JobConditions.Bind(search, rows);
        return ReadAll(rows, JobColumns.Read);
    }

    public DeletedPart? NextDeleted(int limit)
    {
        var job = database.Number("SELECT coalesce(min(job), 0) FROM deleted_job");
        if (job == 0)
            return null;
        var attempts = database.Statement("SELECT id FROM attempt WHERE job = ?1 LIMIT ?2");
        var sessions = database.Statement("SELECT id FROM session WHERE job = ?1 AND single_task = 0 LIMIT ?2");
        attempts.Set(1, job).Set(2, Limited(limit));
        sessions.Set(1, job).Set(2, Limited(limit));
        return new DeletedPart(
            new JobId(job),
            ReadAll(attempts, row => new LeaseId(row.Long(0))),
            ReadAll(sessions, row => new SessionId(row.Long(0))));
    }

    public JobRow? Job(JobId job) => ReadOne(
        database.Statement($"SELECT {JobColumns.All} FROM job WHERE id = ?1").Set(1, job.Value),
        JobColumns.Read);

    public IReadOnlyList<StepRow> Steps(JobId job)
    {
        var rows = database.Statement("""
            SELECT step, name, unit_count, lease_units_max FROM job_step WHERE job = ?1 ORDER BY step
            """).Set(1, job.Value);
        return ReadAll(rows, ReadStep);
    }

    public IReadOnlyList<JobDependencyRow> JobDependencies(JobId job) => ReadAll(
        database.Statement("SELECT upstream, on_end, state FROM job_dependency WHERE job = ?1 ORDER BY upstream")
            .Set(1, job.Value),
        row => new JobDependencyRow(new JobId(row.Long(0)), row.Flag(1), row.Int(2) == (int)JobDependencyState.Met));

    public byte[]? Document(JobId job) => ReadOne(
        database.Statement("SELECT document FROM job_document WHERE job = ?1").Set(1, job.Value),
        row => row.Bytes(0).ToArray());

    public JobPlan? Plan(JobId job) => ReadOne(
        database.Statement("SELECT plan FROM job_plan WHERE job = ?1").Set(1, job.Value),
        row => StorageJson.ReadPlan(row, 0, database.Path, job.Value));

    public IReadOnlyList<UnitView> Units(JobId job, UnitRef? after, int limit, TaskState? state)
    {
        var wanted = state is { } one ? UnitStates.Of(one) : UnitStates.All;
        var units = new List<UnitView>();
        foreach (var step in Steps(job))
        {
            if (step.Step >= (after?.Step ?? 0))
            {
                var from = after is { } unit && unit.Step == step.Step ? unit.Unit + 1 : 0;
                new StepUnits(database, job, step).Collect(from, wanted, Limited(limit), units);
            }
        }
        return units;
    }

    public IReadOnlyList<UnitView> UnitsThatMatter(JobId job, int limit)
    {
        var units = new List<UnitView>();
        if (Job(job) is not { } row)
            return units;
        var steps = Steps(job);
        if (row.Counts.Leased + row.Counts.Running > 0)
            CollectAll(steps, UnitStates.Of(TaskState.Leased, TaskState.Running));
        if (row.Counts.Failed > 0)
            CollectAll(steps, UnitStates.Of(TaskState.Failed));
        CollectAll(steps, UnitStates.Of(TaskState.Pending, TaskState.Succeeded, TaskState.Cancelled));
        return units;

        void CollectAll(IReadOnlyList<StepRow> all, UnitStates wanted)
        {
            foreach (var step in all.TakeWhile(_ => units.Count < Limited(limit)))
                new StepUnits(database, job, step).Collect(0, wanted, Limited(limit), units);
        }
    }

    public UnitView? Unit(UnitRef unit)
    {
        var rows = database.Statement("""
            SELECT step, name, unit_count, lease_units_max FROM job_step WHERE job = ?1 AND step = ?2
            """).Set(1, unit.Job.Value).Set(2, unit.Step);
        if (ReadOne<object>(rows, row => ReadStep(row)) is not StepRow step)
            return null;
        if (unit.Unit < 0 || unit.Unit >= step.UnitCount)
            return null;
        var units = new List<UnitView>();
        new StepUnits(database, unit.Job, step) { WithRemoved = true }.Collect(unit.Unit, UnitStates.All, 1, units);
        return units[0];
    }

    private static StepRow ReadStep(SqliteStatement row) => new(row.Int(0), row.Text(1), row.Long(2), row.Long(3));
}
