using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Tasks;

/// <summary>Pages through a job's tasks, however many there are.</summary>
/// <param name="reading">Reads the farm.</param>
/// <param name="answers">Makes the tasks.</param>
internal sealed class TaskPages(FarmReading reading, TaskAnswers answers)
{
    /// <summary>A page.</summary>
    /// <param name="job">The job.</param>
    /// <param name="after">The id of the task to go on after, or null for the start.</param>
    /// <param name="limit">Tasks at most.</param>
    /// <param name="state">The state to keep, or null for all.</param>
    /// <returns>The page, or null where there is no such job.</returns>
    /// <exception cref="RefusedException">400: an unknown state, or a task of another job.</exception>
    public TaskPage? Find(JobId job, string? after, int limit, string? state)
    {
        UnitRef? start = after is null ? null : WireIds.ParseTask(after);
        if (start is not null && start.Value.Job != job)
            throw RefusedException.Invalid($"after: task {after} is none of this job's");
        TaskState? kept = ReadState(state);
        return reading.Read(queries =>
        {
            if (queries.Job(job) is not { } row)
                return null;
            IReadOnlyList<UnitView> units = queries.Units(job, start, limit, kept);
            string? next = units.Count == limit ? units[^1].Unit.ToGuid().ToString() : null;
            return new TaskPage(answers.Make(queries, row, units, null), next, Total(row.Counts));
        });
    }

    private static TaskState? ReadState(string? state) => state switch
    {
        null or "" => null,
        "pending" => TaskState.Pending,
        "leased" => TaskState.Leased,
        "running" => TaskState.Running,
        "succeeded" => TaskState.Succeeded,
        "failed" => TaskState.Failed,
        "cancelled" => TaskState.Cancelled,
        _ => throw RefusedException.Invalid(
            $"state: '{state}' is unknown; pending, leased, running, succeeded, failed or cancelled is wanted"),
    };

    private static long Total(UnitCounts counts) =>
        counts.Pending + counts.Leased + counts.Running + counts.Succeeded + counts.Failed + counts.Cancelled;
}
