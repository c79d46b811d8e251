using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Queues;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Queues;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Jobs;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Jobs;

/// <summary>Makes another plan and document of those that a job has. Its template is not read again.</summary>
internal static class JobChanges
{
    /// <summary>Checks what is to be different.</summary>
    /// <param name="edit">What is to be different.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(JobEdit edit, FaultList faults)
    {
        TextRules.CheckOptionalName("name", edit.Name, faults);
        TextRules.CheckRetries("max_retries", edit.MaxRetries, faults);
        JobPreparation.CheckTags(edit.Tags, faults);
        PolicyMapping.Check("policy", edit.Policy, faults);
        JobDependencies.Check("add_depends_on_jobs", edit.AddDependsOnJobs, faults);
        StepEditCheck.Check(edit.Steps, faults);
    }

    /// <summary>Makes them. What is edited of steps is bound to the job's queue as it is now.</summary>
    /// <param name="queries">Tells the queues.</param>
    /// <param name="plan">The plan that the job has.</param>
    /// <param name="document">The document that it has.</param>
    /// <param name="edit">What is to be different, checked.</param>
    /// <param name="faults">Takes what is wrong all the same.</param>
    public static PreparedJob Make(
        IFarmQueries queries, JobPlan plan, JobDocument document, JobEdit edit, FaultList faults)
    {
        FarmQueue? queue = queries.Queues().FirstOrDefault(each => each.Name == plan.Queue);
        if (edit.Steps is { Count: > 0 })
            StepEditCheck.CheckFor(edit.Steps, JobWork.From(document), queue, faults);
        if (!faults.IsEmpty)
            return new PreparedJob(plan, DocumentJson.Write(document), JobWork.From(document));
        document = StepEditing.Apply(document, edit.Steps);
        document = document with
        {
            Name = edit.Name ?? document.Name,
            MaxRetries = edit.MaxRetries ?? document.MaxRetries,
            Policy = edit.Policy ?? document.Policy,
            FrameOrders = edit.FrameOrders ?? document.FrameOrders,
        };
        JobWork work = JobWork.From(document);
        IReadOnlyList<StepPlan> changed = StepsOf(document, work, faults);
        JobPlan made = plan with
        {
            Name = document.Name,
            Priority = edit.Priority ?? plan.Priority,
            Tags = edit.Tags ?? plan.Tags,
            Comment = edit.Comment is null ? plan.Comment : edit.Comment.Length == 0 ? null : edit.Comment,
            Policy = edit.Policy is null ? plan.Policy : PolicyMapping.ToPolicy(edit.Policy),
            Steps = changed.Count < plan.Steps.Count
                ? plan.Steps
                : [.. plan.Steps.Zip(changed, (step, made) => Merge(step, made, edit, queue))],
        };
        foreach (string fault in faults.IsEmpty ? JobPlanCheck.Faults(made) : [])
            faults.Add("", fault);
        return new PreparedJob(made, DocumentJson.Write(document), work)
        {
            RefusesUnknownNames = queue?.UnknownNames == UnknownNames.Refuse,
        };
    }

    /// <summary>What follows from how a job wants to be treated; all else of a step stays as it is.</summary>
    private static StepPlan Merge(StepPlan step, StepPlan changed, JobEdit edit, FarmQueue? queue)
    {
        bool isEdited = edit.Parameters is { Count: > 0 } || edit.Steps?.ContainsKey(step.Name) == true;
        StepPlan bound = isEdited || changed.Classes.Count != step.Classes.Count
            ? QueueDefaults.Bind(changed, queue)
            : step;
        return step with
        {
            MaxRetries = changed.MaxRetries,
            UnitMaxRetries = changed.UnitMaxRetries,
            Failures = changed.Failures,
            Order = changed.Order,
            Chunks = bound.Chunks,
            Classes = bound.Classes,
            UnitClasses = bound.UnitClasses,
        };
    }

    private static IReadOnlyList<StepPlan> StepsOf(JobDocument document, JobWork work, FaultList faults)
    {
        if (work is OpenJdWork template)
            return OpenJdPlan.Steps(template, faults);
        return DirectPlan.Make(document.ToSubmit(), faults) is { } step ? [step] : [];
    }
}
