using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Validation;
using Renderacre.Controller.Documents;

namespace Renderacre.Controller.Submission;

/// <summary>
/// Dependencies of steps that go frame by frame: possible where the template has the dependency, and both steps
/// have the same task parameters with the same values in the same order.
/// </summary>
internal static class FrameDependencies
{
    private const string Field = "frame_dependencies";
    private const int UnmatchedShown = 5;

    // Compared one by one, at most; ranges that are written alike need no comparing.
    private const long ComparedMax = 1_000_000;

    /// <summary>The steps that each step waits for frame by frame.</summary>
    /// <param name="work">The job.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>Places of steps, for each step.</returns>
    public static IReadOnlyList<int>[] Resolve(OpenJdWork work, FaultList faults)
    {
        List<int>[] equal = [.. work.Job.Steps.Select(_ => new List<int>())];
        string[] names = [.. work.Job.Steps.Select(step => step.Name)];
        for (int at = 0; at < work.FrameDependencies?.Count; at++)
        {
            string field = $"{Field}[{at}]";
            if (work.FrameDependencies[at] is not { } asked)
            {
                faults.Add(field, "is null; give a step and what it waits for");
                continue;
            }
            int step = Find($"{field}.step", asked.Step, names, faults);
            int upstream = Find($"{field}.on", asked.On, names, faults);
            if (step >= 0 && upstream >= 0 && IsPossible(field, work, step, upstream, faults)
                && !equal[step].Contains(upstream))
            {
                equal[step].Add(upstream);
            }
        }
        return [.. equal];
    }

    private static int Find(string field, string name, string[] names, FaultList faults)
    {
        int place = Array.IndexOf(names, name);
        if (place < 0)
            faults.Add(field, $"there is no step '{name}'.{NearestName.Suggest(name, names)}");
        return place;
    }

    private static bool IsPossible(string field, OpenJdWork work, int step, int upstream, FaultList faults)
    {
        string waits = work.StepName(step);
        string on = work.StepName(upstream);
        if (!work.StepDependencies(step).Contains(upstream))
            faults.Add(field, $"step '{waits}' does not depend on '{on}' in the template; let it");
        else if (DifferenceOf(work, step, upstream) is { } difference)
            faults.Add(field, difference);
        else
            return true;
        return false;
    }

    private static string? DifferenceOf(OpenJdWork work, int step, int upstream) => HaveSameSpace(work, step, upstream)
        ? null
        : FirstDifference(work.Axes(step), work.Axes(upstream), work.StepName(step), work.StepName(upstream));

    // Two steps of one range are the usual case, and may have any number of frames.
    private static bool HaveSameSpace(OpenJdWork work, int step, int upstream) =>
        work.UnitCount(step) == work.UnitCount(upstream)
        && TaskEdit.IsSame(work.Job.Steps[step].ParameterSpace, work.Job.Steps[upstream].ParameterSpace);

    private static string? FirstDifference(
        IReadOnlyList<SpaceAxis> waits, IReadOnlyList<SpaceAxis> before, string step, string upstream)
    {
        if (!waits.Select(axis => axis.Name).SequenceEqual(before.Select(axis => axis.Name)))
        {
            return $"step '{step}' has the task parameters {Names(waits)} and '{upstream}' {Names(before)}; the same "
                + "ones in the same order are wanted";
        }
        return waits.Zip(before).Select(pair => Difference(pair.First, pair.Second, step, upstream))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string Names(IReadOnlyList<SpaceAxis> axes) =>
        axes.Count == 0 ? "none" : string.Join(", ", axes.Select(axis => axis.Name));

    private static string? Difference(SpaceAxis waits, SpaceAxis before, string step, string upstream)
    {
        if (Math.Max(waits.Length, before.Length) > ComparedMax)
        {
            return $"the steps '{step}' and '{upstream}' have more than {ComparedMax} values of {waits.Name}, which "
                + "are not compared; write the same range in both";
        }
        if (waits.Stride == before.Stride && Texts(waits).SequenceEqual(Texts(before)))
            return null;
        HashSet<string> known = [.. Texts(before)];
        string[] alone = [.. Texts(waits).Where(text => !known.Contains(text)).Take(UnmatchedShown)];
        if (alone.Length > 0)
            return $"{waits.Name} = {string.Join(", ", alone)} of step '{step}' have no partner in step '{upstream}'";
        return before.Length > waits.Length
            ? $"step '{upstream}' has {before.Length} values of {before.Name}, and '{step}' {waits.Length} of them"
            : $"the values of {waits.Name} stand in another order in step '{step}' than in '{upstream}'";
    }

    private static IEnumerable<string> Texts(SpaceAxis axis)
    {
        for (long place = 0; place < axis.Length; place++)
            yield return axis.TextAt(place);
    }
}
