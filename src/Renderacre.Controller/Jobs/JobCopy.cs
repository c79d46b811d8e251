using System.Text;
using System.Text.Json;
using OpenJd.Model.Serialization;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Jobs;

/// <summary>Makes a copy of a job from what is stored of it: its template is not read again.</summary>
internal static class JobCopy
{
    /// <summary>Makes a copy.</summary>
    /// <param name="queries">Reads the job.</param>
    /// <param name="job">The job.</param>
    /// <param name="clone">What is different, checked.</param>
    /// <param name="faults">Takes what is wrong with it all the same.</param>
    /// <returns>The copy, ready to be submitted, or null where there is no such job.</returns>
    public static PreparedJob? Make(IFarmQueries queries, JobId job, JobClone clone, FaultList faults)
    {
        if (queries.Job(job) is not { } row || queries.Plan(job) is not { } plan)
            return null;
        if (queries.Document(job) is not { } json)
            return null;
        JobDocument document = DocumentJson.Read(json);
        plan = plan with
        {
            Revision = 0,
            Priority = row.Priority,
            DependsOnJobs = JobDependencies.ToPlan(clone.AddDependsOnJobs),
        };
        if (clone.Parameters is { Count: > 0 } parameters)
            (plan, document) = WithParameters(plan, document, parameters, faults);
        return JobChanges.Make(plan, document, clone, faults);
    }

    /// <summary>The template is read anew with other values; queue, owner and all else stay what they were.</summary>
    private static (JobPlan, JobDocument) WithParameters(
        JobPlan plan, JobDocument document, IReadOnlyDictionary<string, JsonElement> parameters, FaultList faults)
    {
        if (document is not { Tasks: null, Openjd: { } openjd })
        {
            faults.Add("parameters", "direct tasks have none");
            return (plan, document);
        }
        var values = new Dictionary<string, JsonElement>(openjd.Parameters ?? new Dictionary<string, JsonElement>());
        foreach ((string name, JsonElement value) in parameters)
            values[name] = value;
        JobSubmit submit = document.ToSubmit() with { Openjd = openjd with { Parameters = values } };
        if (OpenJdPlan.Make(submit, document.StorageProfile, faults) is not { } work)
            return (plan, document);
        IReadOnlyList<StepPlan> steps = OpenJdPlan.Steps(work, faults);
        return (plan with { Steps = [.. steps.Zip(plan.Steps, Bind)] }, document with
        {
            Openjd = submit.Openjd,
            Job = Encoding.UTF8.GetString(JobJson.Write(work.Job)),
        });
    }

    /// <summary>What the queue of the job had given to its steps stays with them.</summary>
    private static StepPlan Bind(StepPlan step, StepPlan before) => step with
    {
        Classes =
        [
            .. step.Classes.Select(spec => spec with
            {
                Pools = spec.Pools.Count > 0 ? spec.Pools : before.Classes[0].Pools,
                Limits = [.. spec.Limits.Union(before.Classes[0].Limits, StringComparer.Ordinal)],
            }),
        ],
    };
}
