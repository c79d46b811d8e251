using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Submission;

/// <summary>Jobs that a job waits for, from the wire's terms to the farm's.</summary>
internal static class JobDependencies
{
    /// <summary>Checks what can be seen without the farm.</summary>
    /// <param name="field">The field.</param>
    /// <param name="jobs">The jobs, or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(string field, IReadOnlyList<JobDependsOn>? jobs, FaultList faults)
    {
        TextRules.CheckCount(field, jobs?.Count, JobDependency.Max, faults);
        var seen = new HashSet<Guid>();
        for (int at = 0; at < jobs?.Count; at++)
        {
            if (jobs[at] is not { } job)
                faults.Add($"{field}[{at}]", "is null; give a job");
            else if (WireIds.AsJob(job.Job) is null)
                faults.Add($"{field}[{at}].job", $"{job.Job} is no job's id");
            else if (!seen.Add(job.Job))
                faults.Add($"{field}[{at}].job", $"{job.Job} is named twice");
        }
    }

    /// <summary>Checks that jobs are there.</summary>
    /// <param name="field">The field.</param>
    /// <param name="jobs">The jobs, checked as above.</param>
    /// <param name="queries">Reads the farm.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckThere(
        string field, IReadOnlyList<JobDependency> jobs, IFarmQueries queries, FaultList faults)
    {
        for (int at = 0; at < jobs.Count; at++)
        {
            if (queries.Job(jobs[at].Job) is null)
                faults.Add($"{field}[{at}].job", $"there is no job {jobs[at].Job.ToGuid()}");
        }
    }

    /// <summary>The farm's terms of what was checked.</summary>
    /// <param name="jobs">The jobs, or null.</param>
    public static IReadOnlyList<JobDependency> ToPlan(IReadOnlyList<JobDependsOn>? jobs) =>
    [
        .. (jobs ?? []).Select(job => new JobDependency(
            WireIds.AsJob(job.Job) ?? new JobId(0), job.When == JobDependencyWhen.Ended)),
    ];
}
