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

    /// <summary>Makes them. What is edited of policy and steps goes by the job's queue as it is now.</summary>
    /// <param name="queries">Tells the queues.</param>
    /// <param name="plan">The plan that the job has.</param>
    /// <param name="before">The document of the job that is edited; null where a copy is made.</param>
    /// <param name="document">The document that it is to have, apart from the edit.</param>
    /// <param name="edit">What is to be different, checked.</param>
    /// <param name="faults">Takes what is wrong all the same.</param>
    public static PreparedJob Make(
        IFarmQueries queries, JobPlan plan, JobDocument? before, JobDocument document, JobEdit edit, FaultList faults)
    {
        FarmQueue? queue = queries.Queues().FirstOrDefault(each => each.Name == plan.Queue);
        JobDocument changed = faults.IsEmpty ? WithSteps(before, document, ref edit, queue, faults) : document;
        if (!faults.IsEmpty)
            return new PreparedJob(plan, DocumentJson.Write(document), JobWork.From(before ?? document));
        JobPolicy? policy = edit.Policy is null ? null : PolicyDefaults.Over(edit.Policy, queue?.Policy);
        Contradictions.CheckRunTimes(edit.Policy, policy, faults);
        document = changed with
        {
            Name = edit.Name ?? document.Name,
            MaxRetries = edit.MaxRetries ?? document.MaxRetries,
            Policy = policy ?? document.Policy,
            FrameOrders = edit.FrameOrders ?? document.FrameOrders,
        };
        JobWork work = JobWork.From(document);
        IReadOnlyList<StepPlan> changedSteps = StepsOf(document, work, faults);
        JobPlan made = plan with
        {
            Name = document.Name,
            Priority = edit.Priority ?? plan.Priority,
            Tags = edit.Tags ?? plan.Tags,
            Comment = edit.Comment is null ? plan.Comment : edit.Comment.Length == 0 ? null : edit.Comment,
            Policy = policy is null ? plan.Policy : PolicyMapping.ToPolicy(policy),
            Steps = changedSteps.Count < plan.Steps.Count
                ? plan.Steps
                : [.. plan.Steps.Zip(changedSteps, (step, made) => Merge(step, made, edit, queue))],
        };
        foreach (string fault in faults.IsEmpty ? JobPlanCheck.Faults(made) : [])
            faults.Add("", fault);
        return new PreparedJob(made, DocumentJson.Write(document), work)
        {
            RefusesUnknownNames = queue?.UnknownNames == UnknownNames.Refuse,
        };
    }

    /// <summary>The document with what is edited in steps, and with which tasks these had.</summary>
    private static JobDocument WithSteps(
        JobDocument? before, JobDocument document, ref JobEdit edit, FarmQueue? queue, FaultList faults)
    {
        JobEdit asked = edit;
        JobWork work = JobWork.From(document with { StepTasks = null });
        edit = edit with { Steps = FrameEdits.Resolve(edit.Frames, edit.Steps, work, faults) };
        if (edit.Steps is { Count: > 0 })
            StepEditCheck.CheckFor(edit.Steps, work, queue, faults);
        if (!faults.IsEmpty)
            return document;
        JobDocument changed = StepEditing.Apply(document, edit.Steps);
        if (changed.Tasks is not null)
            return changed;
        if (before is null)
            TaskEdit.CheckSpaces(changed, FieldOf, faults);
        return before is null ? changed : TaskEdit.Apply(OpenJdWork.Read(before), changed, FieldOf, faults);

        string FieldOf(string step) => asked switch
        {
            { Frames.Count: > 0 } => "frames",
            { Steps: { } steps } when steps.ContainsKey(step) => $"steps.{step}",
            _ => "parameters",
        };
    }

    /// <summary>What follows from how a job wants to be treated; all else of a step stays as it is.</summary>
    private static StepPlan Merge(StepPlan step, StepPlan changed, JobEdit edit, FarmQueue? queue)
    {
        bool isEdited = edit.Parameters is { Count: > 0 } || edit.Steps?.ContainsKey(step.Name) == true
            // Each class for a retry asks for as much memory as the factor says.
            || (edit.Policy is not null && changed.Failures is { MemoryRetryMax: > 0 });
        StepPlan bound = isEdited || changed.Classes.Count != step.Classes.Count
            ? QueueDefaults.Bind(changed, queue)
            : step;
        return step with
        {
            UnitCount = changed.UnitCount,
            Places = changed.Places,
            MadeCount = changed.MadeCount,
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
