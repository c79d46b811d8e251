using System.Text.Json;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Validation;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;

namespace Renderacre.Controller.Submission;

/// <summary>Other frames, told by step or for all steps at once: which task parameters that means.</summary>
internal static class FrameEdits
{
    private const string Field = "frames";

    /// <summary>Edits of steps with the ranges that frames mean.</summary>
    /// <param name="frames">The frames, or null.</param>
    /// <param name="steps">The edits of steps, or null.</param>
    /// <param name="work">The job.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static IReadOnlyDictionary<string, StepEdit>? Resolve(
        IReadOnlyList<FrameEdit>? frames, IReadOnlyDictionary<string, StepEdit>? steps, JobWork work, FaultList faults)
    {
        if (frames is not { Count: > 0 })
            return steps;
        if (work is not OpenJdWork template)
        {
            faults.Add(Field, "direct tasks have no frames; submit a job of the tasks that are wanted");
            return steps;
        }

        var resolved = new Dictionary<string, StepEdit>(steps ?? new Dictionary<string, StepEdit>());
        for (int at = 0; at < frames.Count; at++)
        {
            string field = $"{Field}[{at}]";
            foreach ((string step, string parameter) in Meant(field, frames[at], template, faults))
                Add(field, resolved, step, parameter, frames[at].Range, faults);
        }

        return resolved;
    }

    private static void Add(
        string field, Dictionary<string, StepEdit> steps, string step, string parameter, string range, FaultList faults)
    {
        StepEdit edit = steps.GetValueOrDefault(step) ?? new StepEdit();
        var ranges = new Dictionary<string, JsonElement>(edit.Ranges ?? new Dictionary<string, JsonElement>());
        JsonElement text = JsonSerializer.SerializeToElement(range, Contracts.Json.WireJson.Default.String);
        if (!ranges.TryAdd(parameter, text))
            faults.Add(field, $"the values of {parameter} in step '{step}' are given twice");
        steps[step] = edit with { Ranges = ranges };
    }

    private static List<(string Step, string Parameter)> Meant(
        string field, FrameEdit? frames, OpenJdWork work, FaultList faults)
    {
        if (frames is null || string.IsNullOrWhiteSpace(frames.Range))
        {
            faults.Add($"{field}.range", "is blank; give a range expression such as 1-120,130");
            return [];
        }

        IReadOnlyList<Step> steps = work.Job.Steps;
        if (frames.Step is { } name && steps.All(step => step.Name != name))
        {
            string nearest = NearestName.Suggest(name, steps.Select(step => step.Name));
            faults.Add($"{field}.step", $"there is no step '{name}'.{nearest}");
            return [];
        }

        var meant = new List<(string Step, TaskParameterDefinition Parameter)>();
        foreach ((int place, Step step) in steps.Index())
        {
            // A step with an axis has a space.
            if ((frames.Step is null || step.Name == frames.Step) && Find(work.Axes(place), frames) is { } axis)
                meant.Add((step.Name, step.ParameterSpace!.Parameters.First(each => each.Name == axis)));
        }

        Check(field, frames, meant, work, faults);
        return [.. meant.Select(each => (each.Step, each.Parameter.Name))];
    }

    private static string? Find(IReadOnlyList<SpaceAxis> axes, FrameEdit frames) => axes
        .FirstOrDefault(axis => axis.IsInteger && axis.Name == (frames.Parameter ?? axis.Name))?.Name;

    private static void Check(
        string field, FrameEdit frames, List<(string Step, TaskParameterDefinition Parameter)> meant, OpenJdWork work,
        FaultList faults)
    {
        if (meant.Count == 0)
        {
            string who = frames.Step is { } step ? $"step '{step}' has no" : "no step has a";
            string what = frames.Parameter is { } name ? $" '{name}'" : "";
            IEnumerable<string> known = work.Job.Steps.Index().SelectMany(each => work.Axes(each.Index))
                .Where(axis => axis.IsInteger).Select(axis => axis.Name).Distinct();
            string nearest = frames.Parameter is { } wanted ? "." + NearestName.Suggest(wanted, known) : "";
            faults.Add(field, $"{who} task parameter{what} of whole numbers{nearest}");
        }
        else if (meant.Any(each => !TaskEdit.IsSameRange(each.Parameter, meant[0].Parameter)))
        {
            faults.Add($"{field}.step", "steps differ in their frames, so say which of them is meant: "
                + string.Join(", ", meant.Select(each => $"'{each.Step}' ({Told(each.Parameter)})")));
        }
    }

    private static string Told(TaskParameterDefinition parameter) => parameter.RangeExpression is { } range
        ? $"{parameter.Name} {range}"
        : $"{parameter.Name}, {parameter.Values?.Count} values";
}
