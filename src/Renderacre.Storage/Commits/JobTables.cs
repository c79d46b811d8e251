using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Commits;

/// <summary>Writes jobs, their units with a history, and their bitmaps.</summary>
internal sealed class JobTables(SqliteDatabase database)
{
    private readonly SqliteStatement _insertJob = database.Statement("""
        INSERT INTO job (id, name, owner, project, queue, tags, comment, submitted_at, updated_at, updated_by, state,
          paused, ever_leased, priority, pending, leased, running, succeeded, failed, cancelled, in_memory)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?10, 0, 0, ?11, ?12, 0, 0, 0, 0, 0, 1)
        """);

    private readonly SqliteStatement _insertTag = database.Statement(
        "INSERT OR IGNORE INTO job_tag (tag, job) VALUES (?1, ?2)");

    // The rows that the job's size decides on are removed later, some at a time.
    private readonly SqliteStatement[] _deleteJob =
    [
        database.Statement("DELETE FROM job WHERE id = ?1"),
        database.Statement("DELETE FROM job_plan WHERE job = ?1"),
        database.Statement("DELETE FROM job_document WHERE job = ?1"),
        database.Statement("DELETE FROM job_step WHERE job = ?1"),
        database.Statement("DELETE FROM job_tag WHERE job = ?1"),
        database.Statement("DELETE FROM worker_failure WHERE job = ?1"),
        database.Statement("DELETE FROM job_dependency WHERE job = ?1"),
        database.Statement("INSERT INTO deleted_job (job) VALUES (?1)"),
    ];

    private readonly SqliteStatement _insertPlan = database.Statement("INSERT INTO job_plan VALUES (?1, ?2)");
    private readonly SqliteStatement _insertDocument = database.Statement("INSERT INTO job_document VALUES (?1, ?2)");
    private readonly SqliteStatement _updateTexts = database.Statement(
        "UPDATE job SET name = ?2, tags = ?3, comment = ?4 WHERE id = ?1");

    private readonly SqliteStatement _updatePlan = database.Statement("UPDATE job_plan SET plan = ?2 WHERE job = ?1");
    private readonly SqliteStatement _updateDocument = database.Statement(
        "UPDATE job_document SET document = ?2 WHERE job = ?1");

    private readonly SqliteStatement _deleteTags = database.Statement("DELETE FROM job_tag WHERE job = ?1");
    private readonly SqliteStatement _insertStep = database.Statement(
        "INSERT INTO job_step (job, step, name, unit_count, lease_units_max) VALUES (?1, ?2, ?3, ?4, ?5)");

    private readonly SqliteStatement _updateStep = database.Statement(
        "UPDATE job_step SET unit_count = ?3 WHERE job = ?1 AND step = ?2 AND unit_count <> ?3");

    private readonly SqliteStatement _updateEstimate = database.Statement("""
        UPDATE job_step SET unit_nanoseconds = ?3, samples = ?4, largest_chunk = ?5 WHERE job = ?1 AND step = ?2
        """);

    private readonly SqliteStatement _updateJob = database.Statement("""
        UPDATE job SET updated_at = ?2, updated_by = ?3, state = ?4, paused = ?5, ever_leased = ?6, priority = ?7,
          pending = ?8, leased = ?9, running = ?10, succeeded = ?11, failed = ?12, cancelled = ?13, in_memory = ?14,
          archived = ?15
        WHERE id = ?1
        """);

    private readonly SqliteStatement _writeUnit = database.Statement("""
        INSERT OR REPLACE INTO unit
          (job, step, unit, failed, failures_spent, attempts, last_number, rests_until, losses,
          deferrals, memory_level)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """);

    private readonly SqliteStatement _writeFailure = database.Statement(
        "INSERT OR REPLACE INTO worker_failure VALUES (?1, ?2, ?3)");

    private readonly SqliteStatement _deleteFailure = database.Statement(
        "DELETE FROM worker_failure WHERE job = ?1 AND worker = ?2");

    private readonly SqliteStatement _writeDependency = database.Statement(
        "INSERT OR REPLACE INTO job_dependency VALUES (?1, ?2, ?3, ?4)");

    private readonly SqliteStatement _deleteDependency = database.Statement(
        "DELETE FROM job_dependency WHERE job = ?1 AND upstream = ?2");

    private readonly SqliteStatement _deleteUnit = database.Statement(
        "DELETE FROM unit WHERE job = ?1 AND step = ?2 AND unit = ?3");

    private readonly SqliteStatement _writeNode = database.Statement(
        "INSERT OR REPLACE INTO bitmap_node VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    /// <summary>A new job, queued with all its units pending until its first row says otherwise.</summary>
    public void Submitted(JobSubmitted submitted)
    {
        var (job, plan) = (submitted.Job.Value, submitted.Plan);
        _insertJob.Set(1, job).Set(2, plan.Name).Set(3, plan.Owner).Set(4, plan.Project).Set(5, plan.Queue)
            .Set(6, StorageJson.Write(plan.Tags)).Set(7, plan.Comment).Set(8, submitted.At.Microseconds)
            .Set(9, submitted.By.Name).Set(10, (long)JobState.Queued).Set(11, plan.Priority)
            .Set(12, plan.Steps.Sum(step => step.UnitCount)).Run();
        _insertPlan.Set(1, job).Set(2, StorageJson.Write(plan)).Run();
        _insertDocument.Set(1, job).Set(2, submitted.Document.Span).Run();
        foreach (var tag in plan.Tags)
            _insertTag.Set(1, tag).Set(2, job).Run();
        for (var step = 0; step < plan.Steps.Count; step++)
            InsertStep(job, step, plan.Steps[step]);
    }

    /// <summary>A job has another plan.</summary>
    public void Edited(JobEdited edited)
    {
        var (job, plan) = (edited.Job.Value, edited.Plan);
        _updateTexts.Set(1, job).Set(2, plan.Name).Set(3, StorageJson.Write(plan.Tags)).Set(4, plan.Comment).Run();
        Expect.OneChange(database, "job", job);
        _updatePlan.Set(1, job).Set(2, StorageJson.Write(plan)).Run();
        _updateDocument.Set(1, job).Set(2, edited.Document.Span).Run();
        _deleteTags.Set(1, job).Run();
        foreach (var tag in plan.Tags)
            _insertTag.Set(1, tag).Set(2, job).Run();
        for (var step = 0; step < plan.Steps.Count; step++)
            _updateStep.Set(1, job).Set(2, step).Set(3, plan.Steps[step].UnitsMade).Run();
    }

    /// <summary>A job leaves; what is left of it is noted for <see cref="Sqlite.DeletedJobs"/>.</summary>
    public void Deleted(JobDeleted deleted)
    {
        _deleteJob[0].Set(1, deleted.Job.Value).Run();
        Expect.OneChange(database, "job", deleted.Job.Value);
        foreach (var statement in _deleteJob.Skip(1))
            statement.Set(1, deleted.Job.Value).Run();
    }

    public void Changed(JobChanged row)
    {
        _updateJob.Set(1, row.Job.Value).Set(2, row.At.Microseconds).Set(3, row.By.Name).Set(4, (long)row.State)
            .Set(5, row.Paused).Set(6, row.EverLeased).Set(7, row.Priority).Set(8, row.Counts.Pending)
            .Set(9, row.Counts.Leased).Set(10, row.Counts.Running).Set(11, row.Counts.Succeeded)
            .Set(12, row.Counts.Failed).Set(13, row.Counts.Cancelled).Set(14, row.InMemory)
            .Set(15, row.Archived).Run();
        Expect.OneChange(database, "job", row.Job.Value);
    }

    public void Estimated(StepEstimated estimate)
    {
        _updateEstimate.Set(1, estimate.Job.Value).Set(2, estimate.Step).Set(3, estimate.UnitNanoseconds)
            .Set(4, estimate.Samples).Set(5, estimate.LargestChunk).Run();
        Expect.OneChange(database, "step of job", estimate.Job.Value);
    }

    /// <summary>A unit's row; one that is all zero says nothing and is not kept.</summary>
    public void UnitChanged(UnitRef unit, UnitRow row)
    {
        var statement = row == default ? _deleteUnit : _writeUnit;
        statement.Set(1, unit.Job.Value).Set(2, unit.Step).Set(3, unit.Unit);
        if (row != default)
            SetHistory(row);
        statement.Run();
    }

    /// <summary>How often a worker failed a job; nothing is kept of none.</summary>
    public void WorkerFailed(WorkerFailedJob failed)
    {
        if (failed.Failures == 0)
            _deleteFailure.Set(1, failed.Job.Value).Set(2, failed.Worker.Value).Run();
        else
            _writeFailure.Set(1, failed.Job.Value).Set(2, failed.Worker.Value).Set(3, failed.Failures).Run();
    }

    /// <summary>A dependency on another job; nothing is kept of one that was dropped.</summary>
    public void DependencyIs(JobDependencyChanged changed)
    {
        var (job, upstream) = (changed.Job.Value, changed.Dependency.Job.Value);
        if (changed.State == JobDependencyState.Dropped)
        {
            _deleteDependency.Set(1, job).Set(2, upstream).Run();
            return;
        }
        _writeDependency.Set(1, job).Set(2, upstream).Set(3, changed.Dependency.OnEnd)
            .Set(4, (long)changed.State).Run();
    }

    public void NodeChanged(BitmapNodeRow node) =>
        _writeNode.Set(1, node.Job.Value).Set(2, node.Step).Set(3, (long)node.Kind).Set(4, node.Level)
            .Set(5, node.Position).Set(6, node.Data).Run();

    private void SetHistory(UnitRow row) =>
        _writeUnit.Set(4, row.Failed).Set(5, row.FailuresSpent).Set(6, row.Attempts).Set(7, row.LastNumber)
            .Set(8, row.RestsUntil.Microseconds).Set(9, row.Losses).Set(10, row.Deferrals).Set(11, row.MemoryLevel);

    private void InsertStep(long job, int step, StepPlan plan) =>
        _insertStep.Set(1, job).Set(2, step).Set(3, plan.Name).Set(4, plan.UnitsMade).Set(5, plan.ChunkSize).Run();
}
