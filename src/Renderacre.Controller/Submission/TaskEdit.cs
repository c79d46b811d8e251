using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using Renderacre.Controller.Documents;
using Renderacre.Farm.Units;

namespace Renderacre.Controller.Submission;

/// <summary>
/// Other tasks for steps of a job that is there: those that there were stay what they are, whatever stands around them.
/// </summary>
internal static class TaskEdit
{
    /// <summary>The document of a job whose steps have other parameter spaces than before.</summary>
    /// <param name="before">The job as it was.</param>
    /// <param name="changed">Its document, changed, that says nothing yet of which tasks there were.</param>
    /// <param name="fieldOf">The field that is to blame for what is wrong with a step, by the step's name.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static JobDocument Apply(
        OpenJdWork before, JobDocument changed, Func<string, string> fieldOf, FaultList faults)
    {
        var edited = new Dictionary<string, StepTasks>(changed.StepTasks ?? new Dictionary<string, StepTasks>());
        foreach ((int place, Step step) in OpenJdWork.ReadJob(changed).Steps.Index())
        {
            StepWork old = before.Steps[place];
            if (IsSame(old.Current.Definition, step.ParameterSpace))
                continue;
            StepTasks? tasks = Match(old, step, before.UnitsAreApart, fieldOf(step.Name), faults);
            edited.Remove(step.Name);
            if (tasks is not null)
                edited[step.Name] = tasks;
        }

        return changed with { StepTasks = edited.Count == 0 ? null : edited };
    }

    /// <summary>Checks that the parameter spaces of a job's steps can be laid out.</summary>
    /// <param name="document">The job's document.</param>
    /// <param name="fieldOf">The field that is to blame for what is wrong with a step, by the step's name.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckSpaces(JobDocument document, Func<string, string> fieldOf, FaultList faults)
    {
        foreach (Step step in OpenJdWork.ReadJob(document).Steps)
            LayOut(step, unitsAreApart: true, fieldOf(step.Name), faults);
    }

    /// <summary>Whether two jobs of the same steps have the same tasks in them.</summary>
    public static bool HaveSameTasks(JobWork one, JobWork other) =>
        one is not OpenJdWork left || other is not OpenJdWork right || left.Steps.Zip(right.Steps)
            .All(pair => IsSame(pair.First.Current.Definition, pair.Second.Current.Definition));

    /// <summary>Which units the tasks of a step are; null where each is numbered by its place.</summary>
    private static StepTasks? Match(StepWork old, Step step, bool unitsAreApart, string field, FaultList faults)
    {
        if (LayOut(step, unitsAreApart, field, faults) is not { } space)
            return null;
        long most = Math.Max(old.UnitsMade, space.Count);
        if (most > UnitPlaces.UnitsMadeMax)
        {
            faults.Add(field, $"step '{step.Name}' has {most} tasks; those of a step can be edited where they are "
                + $"{UnitPlaces.UnitsMadeMax} at most. Clone the job with others");
            return null;
        }

        StepSpace[] spaces = [old.Current, .. old.Former];
        long[] units = TaskMatch.Find(space, spaces, old.UnitsMade);
        long made = Math.Max(old.UnitsMade, units.Max() + 1);
        if (units.Length == made && units.Index().All(each => each.Index == each.Item))
            return null;
        var tasks = new StepTasks(PlacedUnits.Of(units), [.. spaces.Reverse().Select(ToFormer)]);
        CheckBounds(tasks, made, step.Name, field, faults);
        return tasks;
    }

    private static void CheckBounds(StepTasks tasks, long made, string step, string field, FaultList faults)
    {
        int runs = tasks.Places.Count + tasks.Former.Sum(former => former.Places.Count);
        if (made > UnitPlaces.UnitsMadeMax)
        {
            faults.Add(field, $"step '{step}' would have had {made} tasks in all, those that were removed with them; "
                + $"at most {UnitPlaces.UnitsMadeMax} are possible. Clone the job with others");
        }
        else if (runs > UnitPlaces.RunsMax)
        {
            faults.Add(field, $"new tasks of step '{step}' would stand between old ones in {runs} places, over all of "
                + $"its edits; at most {UnitPlaces.RunsMax} are possible. Clone the job with others");
        }
        else if (tasks.Former.Count > StepTasks.FormerMax)
        {
            faults.Add(field, $"step '{step}' has been given other tasks {StepTasks.FormerMax} times, which is as "
                + "often as possible. Clone the job with others");
        }
    }

    private static FormerTasks ToFormer(StepSpace space) => new(
        space.Definition!, space.Places?.Runs ?? [new PlacedUnits(0, space.Count)]); // A single task is never edited.

    private static StepSpace? LayOut(Step step, bool unitsAreApart, string field, FaultList faults)
    {
        try
        {
            return new StepSpace(step.ParameterSpace, null, unitsAreApart);
        }
        catch (ParameterSpaceException fault)
        {
            faults.Add(field, $"step '{step.Name}': {fault.Message}");
            return null;
        }
    }

    /// <summary>Whether two spaces have the same tasks in the same order, as they are written.</summary>
    public static bool IsSame(ParameterSpaceDefinition? space, ParameterSpaceDefinition? other) =>
        space?.Combination == other?.Combination
        && (space?.Parameters ?? []).Count == (other?.Parameters ?? []).Count
        && (space?.Parameters ?? []).Zip(other?.Parameters ?? []).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSame(TaskParameterDefinition parameter, TaskParameterDefinition other) =>
        IsSameRange(parameter, other) && parameter.Chunks?.Constraint == other.Chunks?.Constraint
        && SameSize(parameter.Chunks, other.Chunks);

    /// <summary>Whether two parameters have the same name, type and values, as they are written.</summary>
    public static bool IsSameRange(TaskParameterDefinition parameter, TaskParameterDefinition other) =>
        (parameter.Name, parameter.Type, parameter.RangeExpression) == (other.Name, other.Type, other.RangeExpression)
        && (parameter.Values ?? []).SequenceEqual(other.Values ?? []);

    // How many values a chunk has is a matter of leasing where the farm cuts it, and else of the tasks.
    private static bool SameSize(ChunkDefinition? chunks, ChunkDefinition? other) =>
        chunks is { TargetRuntimeSeconds: > 0 } && other is { TargetRuntimeSeconds: > 0 } || chunks == other;
}
