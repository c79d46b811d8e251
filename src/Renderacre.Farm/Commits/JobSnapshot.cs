using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Commits;

/// <summary>A job as storage gives it back.</summary>
/// <param name="Job">The job.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Row">Its newest row.</param>
/// <param name="SubmittedAt">When it was submitted.</param>
/// <param name="Units">Rows of units with a history.</param>
/// <param name="Nodes">Its bitmaps' nodes.</param>
public sealed record JobSnapshot(
    JobId Job, JobPlan Plan, JobChanged Row, FarmTime SubmittedAt,
    IReadOnlyList<KeyValuePair<UnitRef, UnitRow>> Units, IReadOnlyList<BitmapNodeRow> Nodes)
{
    /// <summary>Run-time estimates of its steps; of a step that has none yet, none.</summary>
    public IReadOnlyList<StepEstimated> Estimates { get; init; } = [];

    /// <summary>The jobs that it waits for.</summary>
    public IReadOnlyList<KeyValuePair<JobId, JobWait>> Waits { get; init; } = [];

    /// <summary>How often workers failed it, where it bounds that.</summary>
    public IReadOnlyList<KeyValuePair<WorkerId, int>> WorkerFailures { get; init; } = [];
}
