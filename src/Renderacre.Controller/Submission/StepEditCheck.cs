using OpenJd.Model.Jobs;
using OpenJd.Model.Validation;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Queues;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Queues;

namespace Renderacre.Controller.Submission;

/// <summary>Checks edits of a job's steps.</summary>
internal static class StepEditCheck
{
    private const string Field = "steps";

    /// <summary>Checks what can be seen without the job.</summary>
    /// <param name="edits">The edits, or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(IReadOnlyDictionary<string, StepEdit>? edits, FaultList faults)
    {
        foreach ((string name, StepEdit? edit) in edits ?? new Dictionary<string, StepEdit>())
        {
            string field = $"{Field}.{name}";
            if (edit is null)
            {
                faults.Add(field, "is null; give what is to be different");
                continue;
            }

            RequirementMapping.Check($"{field}.requirements", edit.Requirements, faults);
            TextRules.CheckNames($"{field}.limits", edit.Limits, faults);
            CheckCount($"{field}.default_task_count", edit.DefaultTaskCount, faults);
            CheckCount($"{field}.target_runtime_seconds", edit.TargetRuntimeSeconds, faults);
        }
    }

    /// <summary>
    /// Checks that a job has the steps, their chunks and task parameters, and that its queue allows the pools.
    /// </summary>
    /// <param name="edits">The edits, or null.</param>
    /// <param name="work">The job as it was.</param>
    /// <param name="queue">Its queue, or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckFor(
        IReadOnlyDictionary<string, StepEdit>? edits, JobWork work, FarmQueue? queue, FaultList faults)
    {
        string[] names = work is OpenJdWork template ? [.. template.Job.Steps.Select(step => step.Name)] : [""];
        foreach ((string name, StepEdit edit) in edits ?? new Dictionary<string, StepEdit>())
        {
            int place = Array.IndexOf(names, name);
            if (place < 0)
                faults.Add($"{Field}.{name}", $"there is no such step.{NearestName.Suggest(name, names)}");
            else
                CheckFor($"{Field}.{name}", edit, work, place, faults);
            QueueDefaults.CheckPools(
                $"{Field}.{name}.requirements.pools", edit.Requirements?.Pools, queue, faults);
        }
    }

    private static void CheckFor(string field, StepEdit edit, JobWork work, int place, FaultList faults)
    {
        ParameterSpaceDefinition? space = (work as OpenJdWork)?.Job.Steps[place].ParameterSpace;
        ChunkDefinition? chunks = (space?.Parameters ?? []).FirstOrDefault(each => each.Chunks is not null)?.Chunks;
        if (edit.DefaultTaskCount is not null && chunks is null)
            faults.Add($"{field}.default_task_count", "the step has no chunks (a task parameter of CHUNK[INT])");
        if (edit.TargetRuntimeSeconds is not null && chunks is not { TargetRuntimeSeconds: > 0 })
            faults.Add($"{field}.target_runtime_seconds", "its chunks are not cut by the farm (targetRuntimeSeconds)");
        RangeCheck.Check($"{field}.ranges", edit.Ranges, space, faults);
    }

    private static void CheckCount(string field, long? count, FaultList faults)
    {
        if (count is < 1 or > int.MaxValue)
            faults.Add(field, $"is {count}; 1 to {int.MaxValue} is wanted");
    }
}
