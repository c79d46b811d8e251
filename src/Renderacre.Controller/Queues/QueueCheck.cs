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
        CheckNames("pools", queue.Pools, faults);
        CheckNames("limits", queue.Limits, faults);
        TextRules.CheckTexts("environment_templates", queue.EnvironmentTemplates, faults);
        CheckCount("environment_templates", queue.EnvironmentTemplates, EnvironmentsMax, faults);
        if (faults.IsEmpty)
            CheckTemplates(queue.EnvironmentTemplates ?? [], faults);
        names.FindStorageProfile(queue.StorageProfile, faults);
    }

    private static void CheckNames(string field, IReadOnlyList<string>? names, FaultList faults)
    {
        TextRules.CheckNames(field, names, faults);
        CheckCount(field, names, EntriesMax, faults);
    }

    private static void CheckCount(string field, IReadOnlyList<string>? entries, int most, FaultList faults)
    {
        if (entries?.Count > most)
            faults.Add(field, $"has {entries.Count} entries; at most {most} are possible");
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
