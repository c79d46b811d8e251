using Renderacre.Contracts.Jobs;

namespace Renderacre.Bench.FarmHttp;

/// <summary>Submissions that leave a number of units waiting, in the three shapes that are measured.</summary>
internal static class Shapes
{
    private static readonly CommandSpec True = new() { Executable = "true" };

    public static readonly (string Name, int[] Sizes, Func<int, IEnumerable<JobSubmit>> Jobs)[] All =
    [
        ("one job", [10, 100_000, 1_000_000], units => [Template("one", units, 0, null)]),
        ("jobs of 100, mixed priorities and classes", [10, 100_000, 1_000_000], ManyJobs),
        ("direct tasks with dependencies", [10, 100_000], units => [Direct(units)]),
    ];

    public static JobSubmit Template(string name, int units, int priority, string? application)
    {
        string requirements = application is null
            ? ""
            : $"  hostRequirements: {{attributes: [{{name: attr.app, anyOf: [{application}]}}]}}\n";
        return new JobSubmit
        {
            Name = name,
            Priority = priority,
            Openjd = new OpenJdSubmit
            {
                TemplateYaml = "specificationVersion: jobtemplate-2023-09\nname: bench\nsteps:\n- name: Render\n"
                    + requirements
                    + "  parameterSpace:\n"
                    + $"    taskParameterDefinitions: [{{name: Frame, type: INT, range: 1-{units}}}]\n"
                    + "  script: {actions: {onRun: {command: \"true\"}}}\n",
            },
        };
    }

    private static IEnumerable<JobSubmit> ManyJobs(int units) => Enumerable.Range(0, Math.Max(1, units / 100))
        .Select(job => Template("many", Math.Min(units, 100), job * 7919 % 10, "app" + job % 8));

    /// <summary>Every tenth task is a root, the other nine of its ten wait for it.</summary>
    private static JobSubmit Direct(int units) => new()
    {
        Name = "direct",
        Tasks =
        [
            .. Enumerable.Range(0, units).Select(at => new TaskSubmit
            {
                Name = "t" + at,
                Command = True,
                Dependencies = at % 10 == 0 ? null : ["t" + (at - at % 10)],
            }),
        ],
    };
}
