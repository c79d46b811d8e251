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
        JobDocument changed = document with
        {
            Openjd = submit.Openjd,
            Job = Encoding.UTF8.GetString(JobJson.Write(work.Job)),
        };
        return changed with { StepEdits = WithoutRangesOf(document, work.Job.Steps) };
    }

    /// <summary>Checks that a job that is there keeps its steps: their tasks have been worked on.</summary>
    /// <param name="before">The job as it is.</param>
    /// <param name="changed">The job as it is to be.</param>
    /// <param name="faults">Takes what is not so.</param>
    public static void CheckSameSteps(JobDocument before, JobDocument changed, FaultList faults)
    {
        IReadOnlyList<Step> old = OpenJdWork.ReadJob(before).Steps, steps = OpenJdWork.ReadJob(changed).Steps;
        bool sameSteps = old.Select(step => step.Name).SequenceEqual(steps.Select(step => step.Name))
            && old.Zip(steps).All(pair => pair.First.Dependencies.SequenceEqual(pair.Second.Dependencies)
                && pair.First.ParameterSpace is null == pair.Second.ParameterSpace is null);
        if (!sameSteps)
            faults.Add(Field, "with these values the job has other steps; clone it with them");
    }

    /// <summary>
    /// What is edited in steps, without ranges of which the new values make others: what is said last counts.
    /// </summary>
    private static Dictionary<string, StepEdit>? WithoutRangesOf(JobDocument before, IReadOnlyList<Step> steps)
    {
        if (before.StepEdits is not { } edits)
            return null;
        var kept = new Dictionary<string, StepEdit>(edits);
        foreach (Step old in OpenJdWork.ReadTemplateJob(before).Steps)
        {
            if (edits.GetValueOrDefault(old.Name) is not { Ranges: { } ranges } edit)
                continue;
            IReadOnlyList<TaskParameterDefinition> now =
                steps.FirstOrDefault(step => step.Name == old.Name)?.ParameterSpace?.Parameters ?? [];
            HashSet<string> changed = [.. (old.ParameterSpace?.Parameters ?? [])
                .Where(was => !now.Any(each => TaskEdit.IsSameRange(was, each))).Select(was => was.Name)];
            Dictionary<string, JsonElement> rest = new(ranges.Where(range => !changed.Contains(range.Key)));
            kept[old.Name] = edit with { Ranges = rest.Count > 0 ? rest : null };
        }

        return kept;
    }
}
