using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;

namespace Renderacre.Bench.FarmCore;

/// <summary>The three shapes of farms that are measured, each with a number of waiting units.</summary>
internal static class Shapes
{
    public static readonly (string Name, Func<int, IEnumerable<JobPlan>> Plans)[] All =
    [
        ("one job", OneJob),
        ("jobs of 100, mixed priorities and classes", ManyJobs),
        ("direct tasks with dependencies", DirectTasks),
    ];

    private static IEnumerable<JobPlan> OneJob(int units) =>
        [new JobPlan { Name = "one", Steps = [new StepPlan { Name = "Render", UnitCount = units }] }];

    private static IEnumerable<JobPlan> ManyJobs(int units)
    {
        for (int job = 0; job < Math.Max(1, units / 100); job++)
        {
            yield return new JobPlan
            {
                Name = "many",
                Priority = job * 7919 % 10,
                Steps =
                [
                    new StepPlan
                    {
                        Name = "Render",
                        UnitCount = Math.Min(units, 100),
                        Classes = [new RequirementSpec { Labels = [new LabelDemand("app", "app" + job % 8)] }],
                    },
                ],
            };
        }
    }

    /// <summary>Every tenth task is a root, the other nine of its ten wait for it.</summary>
    private static IEnumerable<JobPlan> DirectTasks(int units)
    {
        int[][] dependencies = [.. Enumerable.Range(0, units).Select(at => at % 10 == 0 ? [] : new[] { at - at % 10 })];
        yield return new JobPlan
        {
            Name = "direct",
            Steps = [new StepPlan { Name = "", UnitCount = units, UnitDependencies = dependencies }],
        };
    }
}
