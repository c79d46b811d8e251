using System.Text;
using OpenJd.Model.Serialization;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Http;
using Renderacre.Controller.Queues;
using Renderacre.Farm.Jobs;

namespace Renderacre.Controller.Submission;

/// <summary>
/// Makes of a submission what the farm takes. Runs outside the writer, for many submissions at a time.
/// </summary>
internal static class JobPreparation
{
    private const int TagsMax = 100;

    /// <summary>Checks a submission that names nothing which the farm has to know, and prepares it.</summary>
    /// <param name="submit">The submission.</param>
    /// <exception cref="RefusedException">400 with everything that is wrong.</exception>
    public static PreparedJob Prepare(JobSubmit submit) => Prepare(submit, KnownNames.None);

    /// <summary>Checks a submission and prepares it.</summary>
    /// <param name="submit">The submission.</param>
    /// <param name="names">What of the farm it may name.</param>
    /// <exception cref="RefusedException">400 with everything that is wrong.</exception>
    public static PreparedJob Prepare(JobSubmit submit, KnownNames names)
    {
        var faults = new FaultList();
        CheckCommon(submit, faults);
        FarmQueue? queue = names.FindQueue(submit.Queue, faults);
        JobPolicy? own = submit.Policy;
        submit = QueueDefaults.Complete(submit, queue, faults);
        Contradictions.CheckRunTimes(own, submit.Policy, faults);
        StorageProfile? profile = names.FindStorageProfile(submit.StorageProfile, faults);
        JobHookCheck.Check(submit.Hooks, names.Hooks, faults);
        PreparedJob? job = submit switch
        {
            { Tasks.Count: > 0 } => PrepareDirect(submit, profile, faults),
            { Openjd: not null } => PrepareOpenJd(submit, profile, faults),
            _ => Neither(faults),
        };
        faults.ThrowIfAny();
        job = Bind(job!, queue); // Not null: nothing was wrong.
        foreach (string fault in JobPlanCheck.Faults(job.Plan))
            faults.Add("", fault);
        faults.ThrowIfAny();
        return job;
    }

    private static PreparedJob Bind(PreparedJob job, FarmQueue? queue) => job with
    {
        RefusesUnknownNames = queue?.UnknownNames == UnknownNames.Refuse,
        Plan = job.Plan with { Steps = [.. job.Plan.Steps.Select(step => QueueDefaults.Bind(step, queue))] },
    };

    private static void CheckCommon(JobSubmit submit, FaultList faults)
    {
        TextRules.CheckName("name", submit.Name, faults);
        TextRules.CheckRetries("max_retries", submit.MaxRetries, faults);
        TextRules.CheckOptionalName("owner", submit.Owner, faults);
        TextRules.CheckOptionalName("project", submit.Project, faults);
        TextRules.CheckOptionalName("queue", submit.Queue, faults);
        CheckTags(submit.Tags, faults);
        PolicyMapping.Check("policy", submit.Policy, faults);
        JobDependencies.Check("depends_on_jobs", submit.DependsOnJobs, faults);
    }

    /// <summary>Checks a job's tags.</summary>
    /// <param name="tags">The tags, or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckTags(IReadOnlyList<string>? tags, FaultList faults) =>
        TextRules.CheckNames("tags", tags, TagsMax, faults);

    private static PreparedJob? Neither(FaultList faults)
    {
        faults.Add("", "a job needs direct tasks (tasks) or an OpenJD template (openjd); neither is given");
        return null;
    }

    private static PreparedJob? PrepareDirect(JobSubmit submit, StorageProfile? profile, FaultList faults)
    {
        if (submit.FrameDependencies is { Count: > 0 })
            faults.Add("frame_dependencies", "direct tasks name what they wait for themselves (dependencies)");
        if (DirectPlan.Make(submit, faults) is not { } step)
            return null;
        var document = new JobDocument
        {
            Version = JobDocument.CurrentVersion,
            Name = submit.Name,
            MaxRetries = submit.MaxRetries ?? 0,
            StorageProfile = profile,
            Policy = submit.Policy,
            Hooks = submit.Hooks,
            FrameOrders = submit.FrameOrders,
            Tasks = submit.Tasks,
            Openjd = submit.Openjd,
        };
        return new PreparedJob(ToPlan(submit, [step]), DocumentJson.Write(document), JobWork.From(document));
    }

    private static PreparedJob? PrepareOpenJd(JobSubmit submit, StorageProfile? profile, FaultList faults)
    {
        if (OpenJdPlan.Make(submit, profile, faults) is not { } work)
            return null;
        int maxRetries = submit.MaxRetries ?? 0;
        var document = new JobDocument
        {
            Version = JobDocument.CurrentVersion,
            Name = submit.Name,
            MaxRetries = maxRetries,
            StorageProfile = profile,
            Policy = submit.Policy,
            Hooks = submit.Hooks,
            FrameOrders = submit.FrameOrders,
            FrameDependencies = submit.FrameDependencies,
            Openjd = submit.Openjd,
            Job = Encoding.UTF8.GetString(JobJson.Write(work.Job)),
        };
        return new PreparedJob(
            ToPlan(submit, OpenJdPlan.Steps(work, faults)), DocumentJson.Write(document), work);
    }

    private static JobPlan ToPlan(JobSubmit submit, IReadOnlyList<StepPlan> steps) => new()
    {
        Name = submit.Name,
        Priority = submit.Priority ?? 0,
        Owner = submit.Owner,
        Project = submit.Project,
        Queue = submit.Queue,
        Tags = submit.Tags ?? [],
        Comment = submit.Comment,
        Policy = PolicyMapping.ToPolicy(submit.Policy),
        DependsOnJobs = JobDependencies.ToPlan(submit.DependsOnJobs),
        Steps = steps,
    };
}
