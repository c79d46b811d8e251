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
        // The tasks of a copy are numbered anew.
        JobDocument document = DocumentJson.Read(json) with { StepTasks = null };
        plan = plan with
        {
            Revision = 0,
            Priority = row.Priority,
            DependsOnJobs = JobDependencies.ToPlan(clone.AddDependsOnJobs),
            Steps = [.. plan.Steps.Select(step => step with { FirstClass = 0, FormerClasses = [] })],
        };
        if (clone.Parameters is { Count: > 0 } parameters)
        {
            document = ParameterEdit.Apply(document, parameters, faults);
            plan = faults.IsEmpty ? plan with { Steps = StepsOf(document, plan, faults) } : plan;
        }

        JobWork before = JobWork.From(document);
        PreparedJob copy = JobChanges.Make(queries, plan, null, document, clone with { Parameters = null }, faults);
        if (clone.Failed == true && !TaskEdit.HaveSameTasks(before, copy.Work))
            faults.Add("failed", "a copy of other tasks has none of which anybody could say that they have succeeded");
        return copy;
    }

    private static IReadOnlyList<StepPlan> StepsOf(JobDocument document, JobPlan plan, FaultList faults)
    {
        IReadOnlyList<StepPlan> steps = OpenJdPlan.Steps(OpenJdWork.Read(document), faults);
        return steps.Count == plan.Steps.Count ? [.. steps.Zip(plan.Steps, Bind)] : steps;
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
