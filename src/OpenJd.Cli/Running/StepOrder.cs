using OpenJd.Model.Jobs;

namespace OpenJd.Cli.Running;

/// <summary>The order that steps run in here: one after the other, each after those it depends on.</summary>
internal static class StepOrder
{
    /// <summary>All steps, dependencies first, else as declared.</summary>
    public static IReadOnlyList<Step> OfAll(Job job) => Of(job, job.Steps);

    /// <summary>A step after all that it depends on.</summary>
    public static IReadOnlyList<Step> WithDependencies(Job job, Step step) => Of(job, [step]);

    private static List<Step> Of(Job job, IReadOnlyList<Step> wanted)
    {
        var byName = job.Steps.ToDictionary(step => step.Name, StringComparer.Ordinal);
        var ordered = new List<Step>();
        // Steps that are waiting for their dependencies; the flag says that those stand above already.
        var open = new Stack<(Step Step, bool Expanded)>(wanted.Reverse().Select(step => (step, false)));
        while (open.TryPop(out var next))
        {
            if (ordered.Contains(next.Step))
                continue;
            if (next.Expanded)
            {
                ordered.Add(next.Step);
                continue;
            }

            open.Push((next.Step, true));
            foreach (var dependency in next.Step.Dependencies.Reverse())
                open.Push((byName[dependency], false));
        }

        return ordered;
    }
}
