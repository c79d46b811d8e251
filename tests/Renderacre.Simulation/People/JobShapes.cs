using System.Globalization;
using System.Text;
using Renderacre.Contracts.Jobs;
using Renderacre.Simulation.Randomness;

namespace Renderacre.Simulation.People;

/// <summary>Jobs of all shapes: direct tasks with edges, steps and chains of them, requirements.</summary>
internal static class JobShapes
{
    /// <summary>Limits that jobs name; the last one nobody defines at first.</summary>
    public static readonly IReadOnlyList<string> Limits = ["maya", "nuke", Tokens, "tape"];

    /// <summary>A limit that draws amounts, by another case than steps write it.</summary>
    private const string Tokens = "amount.Tokens";

    private const string OnUnix =
        "  hostRequirements:\n    attributes:\n    - {name: attr.worker.os.family, anyOf: [linux, macos]}\n";

    public static JobSubmit Make(SimulationRandom random, int number) => random.Chance(0.5)
        ? Direct(random, number)
        : Template(random, number);

    private static JobSubmit Direct(SimulationRandom random, int number)
    {
        int count = random.Chance(0.1) ? random.Between(50, 400) : random.Between(1, 25);
        bool edges = random.Chance(0.5);
        bool varied = random.Chance(0.4);
        Requirements? all = Asked(random);
        IReadOnlyList<string>? limits = LimitsOf(random);
        var tasks = new TaskSubmit[count];
        for (int task = 0; task < count; task++)
        {
            tasks[task] = new TaskSubmit
            {
                Name = $"t{task}",
                Command = new CommandSpec { Executable = "true" },
                Dependencies = edges && task > 0 ? Upstream(random, task) : null,
                Requirements = varied ? Asked(random) : all,
                Limits = varied && random.Chance(0.3) ? LimitsOf(random) : limits,
                MaxRetries = varied && random.Chance(0.3) ? random.Next(3) : null,
            };
        }

        return Common(random, number) with { Tasks = tasks };
    }

    private static string[] Upstream(SimulationRandom random, int task) =>
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"t{random.Next(task)}").Distinct()];

    private static JobSubmit Common(SimulationRandom random, int number) => new()
    {
        Name = $"job {number}",
        Priority = random.Next(4),
        MaxRetries = random.Next(4),
        Owner = random.Pick<string>(["ann", "bob", "eve"]),
        Project = random.Pick<string>(["film", "show"]),
        Tags = random.Chance(0.2) ? ["final"] : null,
        Policy = random.Chance(0.1) ? Lists(random) : null,
    };

    private static JobPolicy Lists(SimulationRandom random) => random.Chance(0.5)
        ? new JobPolicy { AllowWorkers = ["sync*", "poll1"] }
        : new JobPolicy { DenyWorkers = ["POLL?", "SYNC3"] };

    public static Requirements? Asked(SimulationRandom random) => random.Next(10) switch
    {
        9 => new Requirements
        {
            Amounts = [new AmountRequirement("amount.tokens", random.Pick<double>([0.5, 1, 2, 3]), null)],
        },
        0 => new Requirements
        {
            Labels = new Dictionary<string, string> { ["app"] = random.Pick<string>(["maya", "blender"]) },
        },
        1 => new Requirements { Pools = random.Pick<string[]>([["render"], ["comp", "gpu"], ["nowhere"]]) },
        2 => new Requirements
        {
            Amounts = [new AmountRequirement("amount.worker.vcpu", random.Pick<int>([1, 1, 2, 3, 6, 12]), null)],
        },
        3 => new Requirements
        {
            Amounts = [new AmountRequirement("amount.worker.memory", 4096, random.Chance(0.2) ? 20000 : null)],
        },
        4 => new Requirements { Amounts = [new AmountRequirement("amount.worker.gpu", random.Between(1, 2), null)] },
        5 => new Requirements
        {
            Attributes =
            [
                new AttributeRequirement { Name = "attr.worker.os.family", AnyOf = ["Linux", "windows"], AllOf = [] },
            ],
        },
        _ => null,
    };

    public static string[]? LimitsOf(SimulationRandom random) => random.Chance(0.25)
        ? [.. Limits.Where(_ => random.Chance(0.5))]
        : null;

    private static JobSubmit Template(SimulationRandom random, int number)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"specificationVersion: jobtemplate-2023-09\nname: job {number}\n");
        if (random.Chance(0.4))
            text.Append("jobEnvironments:\n- name: Env\n  variables: {A: b}\n");
        text.Append("steps:\n");
        int steps = random.Between(1, 4);
        int? alike = random.Chance(0.5) ? random.Between(2, 30) : null;
        for (int step = 0; step < steps; step++)
            Append(text, random, step, alike);
        return Common(random, number) with
        {
            Openjd = new OpenJdSubmit { TemplateYaml = text.ToString() },
            FrameOrders = random.Chance(0.3) ? [Order(random)] : null,
        };
    }

    private static FrameOrder Order(SimulationRandom random) => random.Next(3) switch
    {
        0 => new FrameOrder { Order = FrameOrderKind.Reverse },
        1 => new FrameOrder { Order = FrameOrderKind.Every, Every = random.Between(2, 10) },
        _ => new FrameOrder { Order = FrameOrderKind.MiddleOut },
    };

    // Steps of as many frames each can wait for each other frame by frame.
    private static void Append(StringBuilder text, SimulationRandom random, int step, int? alike)
    {
        text.Append(CultureInfo.InvariantCulture, $"- name: S{step}\n");
        if (step > 0 && random.Chance(0.6))
            text.Append(CultureInfo.InvariantCulture, $"  dependencies: [{{dependsOn: S{random.Next(step)}}}]\n");
        if (alike > 0 || random.Chance(0.8))
        {
            int frames = alike ?? (random.Chance(0.1) ? random.Between(100, 5000) : random.Between(1, 30));
            text.Append("  parameterSpace:\n    taskParameterDefinitions:\n");
            text.Append(CultureInfo.InvariantCulture, $"    - {{name: Frame, type: INT, range: \"1-{frames}\"}}\n");
        }

        if (random.Chance(0.3))
            text.Append(OnUnix);
        else if (random.Chance(0.3))
            text.Append("  hostRequirements:\n    amounts:\n    - {name: amount.worker.vcpu, min: 2}\n");
        else if (random.Chance(0.2))
            text.Append("  hostRequirements:\n    amounts:\n    - {name: amount.tokens, min: 2}\n");
        else if (random.Chance(0.2))
            text.Append("  hostRequirements:\n    amounts:\n    - {name: amount.worker.memory, min: 4096}\n");
        text.Append("  script:\n    actions:\n      onRun: {command: \"true\"}\n");
    }
}
