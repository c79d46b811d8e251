using OpenJd.Model.Reading;
using OpenJd.Model.Validation;
using Renderacre.Contracts.Queues;
using Renderacre.Controller.Submission;

namespace Renderacre.Controller.Queues;

/// <summary>What a queue has to be.</summary>
internal static class QueueCheck
{
    private const int EntriesMax = 100;
    private const int EnvironmentsMax = 20;

    /// <summary>Checks a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="names">What it may name.</param>
    /// <param name="faults">Takes everything that is wrong.</param>
    public static void Check(FarmQueue queue, KnownNames names, FaultList faults)
    {
        TextRules.CheckName("name", queue.Name, faults);
        TextRules.CheckRetries("max_retries", queue.MaxRetries, faults);
        PolicyMapping.Check("policy", queue.Policy, faults);
        if (queue.Policy is { Steps: not null })
            faults.Add("policy.steps", "a queue knows no steps; say it for all of them");
        if (queue.Policy is { StartAfter: not null })
            faults.Add("policy.start_after", "is a moment of one job's own; leave it out");
        TextRules.CheckNames("pools", queue.Pools, EntriesMax, faults);
        TextRules.CheckNames("limits", queue.Limits, EntriesMax, faults);
        TextRules.CheckTexts("environment_templates", queue.EnvironmentTemplates, faults);
        TextRules.CheckCount(
            "environment_templates", queue.EnvironmentTemplates?.Count, EnvironmentsMax, faults);
        if (faults.IsEmpty)
            CheckTemplates(queue.EnvironmentTemplates ?? [], faults);
        names.FindStorageProfile(queue.StorageProfile, faults);
    }

    private static void CheckTemplates(IReadOnlyList<string> templates, FaultList faults)
    {
        for (int at = 0; at < templates.Count; at++)
        {
            foreach (ValidationError error in TemplateReader.ReadEnvironmentTemplate(templates[at]).Errors)
                faults.Add($"environment_templates[{at}]", error.ToString());
        }
    }
}
