using System.Text;
using System.Text.Json;
using OpenJd.Model.Jobs;
using OpenJd.Model.Serialization;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;

namespace Renderacre.Controller.Submission;

/// <summary>Other values of job parameters: the template is read anew with them.</summary>
internal static class ParameterEdit
{
    private const string Field = "parameters";

    /// <summary>The document of a job with other values.</summary>
    /// <param name="document">The document as it is.</param>
    /// <param name="parameters">The values, by name; those that are not given stay.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>The document, or as it was where something is wrong.</returns>
    public static JobDocument Apply(
        JobDocument document, IReadOnlyDictionary<string, JsonElement> parameters, FaultList faults)
    {
        if (document is not { Tasks: null, Openjd: { } openjd })
        {
            faults.Add(Field, "direct tasks have none");
            return document;
        }

        var values = new Dictionary<string, JsonElement>(openjd.Parameters ?? new Dictionary<string, JsonElement>());
        foreach ((string name, JsonElement value) in parameters)
            values[name] = value;
        JobSubmit submit = document.ToSubmit() with { Openjd = openjd with { Parameters = values } };
        if (OpenJdPlan.Make(submit, document.StorageProfile, faults) is not { } work)
            return document;
        return document with { Openjd = submit.Openjd, Job = Encoding.UTF8.GetString(JobJson.Write(work.Job)) };
    }

    /// <summary>Checks that a job that is there keeps its steps and their tasks: these have been worked on.</summary>
    /// <param name="before">The job as it is.</param>
    /// <param name="changed">The job as it is to be.</param>
    /// <param name="faults">Takes what is not so.</param>
    public static void CheckSameTasks(OpenJdWork before, OpenJdWork changed, FaultList faults)
    {
        (IReadOnlyList<Step> old, IReadOnlyList<Step> steps) = (before.Job.Steps, changed.Job.Steps);
        bool sameSteps = old.Select(step => step.Name).SequenceEqual(steps.Select(step => step.Name))
            && old.Zip(steps).All(pair => pair.First.Dependencies.SequenceEqual(pair.Second.Dependencies));
        if (!sameSteps)
            faults.Add(Field, "with these values the job has other steps; clone it with them");
        foreach ((Step step, Step other) in sameSteps ? old.Zip(steps) : [])
        {
            if (!IsSame(step.ParameterSpace, other.ParameterSpace))
                faults.Add(Field, $"with these values step '{step.Name}' has other tasks; clone the job with them");
        }
    }

    private static bool IsSame(ParameterSpaceDefinition? space, ParameterSpaceDefinition? other) =>
        space?.Combination == other?.Combination
        && (space?.Parameters ?? []).Count == (other?.Parameters ?? []).Count
        && (space?.Parameters ?? []).Zip(other?.Parameters ?? []).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSame(TaskParameterDefinition parameter, TaskParameterDefinition other) =>
        (parameter.Name, parameter.Type, parameter.RangeExpression, parameter.Chunks?.Constraint)
            == (other.Name, other.Type, other.RangeExpression, other.Chunks?.Constraint)
        && (parameter.Values ?? []).SequenceEqual(other.Values ?? [])
        && SameSize(parameter.Chunks, other.Chunks);

    // How many values a chunk has is a matter of leasing where the farm cuts it, and else of the tasks.
    private static bool SameSize(ChunkDefinition? chunks, ChunkDefinition? other) =>
        chunks is { TargetRuntimeSeconds: > 0 } && other is { TargetRuntimeSeconds: > 0 } || chunks == other;
}
