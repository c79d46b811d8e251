using System.Text.Json;
using OpenJd.Model.Jobs;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Controller.Documents;

/// <summary>What edits of a job's steps mean to its document.</summary>
internal static class StepEditing
{
    /// <summary>The document of a job some steps of which are edited.</summary>
    /// <param name="document">The document as it is.</param>
    /// <param name="edits">What is to be different, checked; or null.</param>
    public static JobDocument Apply(JobDocument document, IReadOnlyDictionary<string, StepEdit>? edits)
    {
        if (edits is null)
            return document;
        if (document.Tasks is { } tasks)
            return document with { Tasks = [.. tasks.Select(task => Apply(task, edits.GetValueOrDefault("")))] };
        var merged = new Dictionary<string, StepEdit>(document.StepEdits ?? new Dictionary<string, StepEdit>());
        foreach ((string name, StepEdit edit) in edits)
            merged[name] = Over(edit, merged.GetValueOrDefault(name));
        return document with { StepEdits = merged };
    }

    /// <summary>A resolved job with its steps as they were edited.</summary>
    /// <param name="job">The job as it was made of the template.</param>
    /// <param name="edits">What is different since, or null.</param>
    public static OpenJd.Model.Jobs.Job Apply(
        OpenJd.Model.Jobs.Job job, IReadOnlyDictionary<string, StepEdit>? edits) => edits is null
        ? job
        : job with { Steps = [.. job.Steps.Select(step => Apply(step, edits.GetValueOrDefault(step.Name)))] };

    private static StepEdit Over(StepEdit edit, StepEdit? before) => new()
    {
        Requirements = edit.Requirements ?? before?.Requirements,
        Limits = edit.Limits ?? before?.Limits,
        DefaultTaskCount = edit.DefaultTaskCount ?? before?.DefaultTaskCount,
        TargetRuntimeSeconds = edit.TargetRuntimeSeconds ?? before?.TargetRuntimeSeconds,
        Ranges = Over(edit.Ranges, before?.Ranges),
    };

    private static IReadOnlyDictionary<string, JsonElement>? Over(
        IReadOnlyDictionary<string, JsonElement>? ranges, IReadOnlyDictionary<string, JsonElement>? before)
    {
        if (ranges is null)
            return before;
        var merged = new Dictionary<string, JsonElement>(before ?? new Dictionary<string, JsonElement>());
        foreach ((string name, JsonElement range) in ranges)
            merged[name] = range;
        return merged;
    }

    private static TaskSubmit Apply(TaskSubmit task, StepEdit? edit) => task with
    {
        Requirements = edit?.Requirements ?? task.Requirements,
        Limits = edit?.Limits ?? task.Limits,
    };

    private static Step Apply(Step step, StepEdit? edit) => step with
    {
        HostRequirements = edit?.Requirements is { } asked ? ToHost(asked) : step.HostRequirements,
        ParameterSpace = edit is null ? step.ParameterSpace : Apply(step.ParameterSpace, edit),
    };

    private static HostRequirements ToHost(Requirements asked) => new()
    {
        Amounts = [.. (asked.Amounts ?? []).Select(amount => new OpenJd.Model.Jobs.AmountRequirement(
            amount.Name, (decimal?)amount.Min, (decimal?)amount.Max))],
        Attributes = [.. (asked.Attributes ?? []).Select(attribute => new OpenJd.Model.Jobs.AttributeRequirement(
            attribute.Name, attribute.AnyOf ?? [], attribute.AllOf ?? []))],
    };

    private static ParameterSpaceDefinition? Apply(ParameterSpaceDefinition? space, StepEdit edit) =>
        space is null ? null : space with { Parameters = [.. space.Parameters.Select(each => Apply(each, edit))] };

    private static TaskParameterDefinition Apply(TaskParameterDefinition parameter, StepEdit edit)
    {
        if (parameter.Chunks is { } chunks)
            parameter = parameter with { Chunks = Apply(chunks, edit) };
        if (edit.Ranges?.TryGetValue(parameter.Name, out JsonElement range) != true)
            return parameter;
        if (range.ValueKind == JsonValueKind.String)
            return parameter with { RangeExpression = range.GetString(), Values = null };
        string[] values = [.. range.EnumerateArray().Select(value => value.ToString())];
        return parameter with { RangeExpression = null, Values = values };
    }

    private static ChunkDefinition Apply(ChunkDefinition chunks, StepEdit edit) => chunks with
    {
        DefaultTaskCount = edit.DefaultTaskCount ?? chunks.DefaultTaskCount,
        TargetRuntimeSeconds = edit.TargetRuntimeSeconds ?? chunks.TargetRuntimeSeconds,
    };
}
