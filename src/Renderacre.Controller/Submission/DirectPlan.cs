using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;

namespace Renderacre.Controller.Submission;

/// <summary>Direct tasks as the units of one step.</summary>
internal static class DirectPlan
{
    private const long TimeoutSecondsMax = 10L * 365 * 24 * 3600;

    /// <summary>Checks direct tasks and makes their step.</summary>
    /// <param name="submit">The submission, its tasks given.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>The step, or null where something is wrong.</returns>
    public static StepPlan? Make(JobSubmit submit, FaultList faults)
    {
        IReadOnlyList<TaskSubmit> tasks = submit.Tasks!; // Given: the caller has seen them.
        TextRules.CheckCount("tasks", tasks.Count, JobPlanCheck.ListedUnitsMax, faults);
        for (int i = 0; i < tasks.Count; i++)
            Check($"tasks[{i}]", tasks[i], faults);
        FailureMapping.CheckNames(submit.Policy, [], faults);
        if (!faults.IsEmpty)
            return null;
        IReadOnlyList<int>[]? dependencies = ResolveDependencies(tasks, faults);
        UnitOrder? order = FrameOrders.ResolveDirect(submit.FrameOrders, tasks.Count, faults);
        return faults.IsEmpty ? MakeStep(submit, tasks, dependencies) with { Order = order } : null;
    }

    private static void Check(string field, TaskSubmit? task, FaultList faults)
    {
        if (task is null)
        {
            faults.Add(field, "is null; give a task");
            return;
        }
        TextRules.CheckName($"{field}.name", task.Name, faults);
        CheckCommand($"{field}.command", task.Command, faults);
        TextRules.CheckTexts($"{field}.dependencies", task.Dependencies, faults);
        RequirementMapping.Check($"{field}.requirements", task.Requirements, faults);
        TextRules.CheckNames($"{field}.limits", task.Limits, faults);
        TextRules.CheckRetries($"{field}.max_retries", task.MaxRetries, faults);
        TextRules.CheckNames($"{field}.artifact_paths", task.ArtifactPaths, faults);
        SupervisionCheck.Check($"{field}.output_checks", task.OutputChecks, faults);
    }

    private static void CheckCommand(string field, CommandSpec command, FaultList faults)
    {
        if (string.IsNullOrWhiteSpace(command.Executable))
            faults.Add($"{field}.executable", "is blank; give a program");
        TextRules.CheckTexts($"{field}.args", command.Args, faults);
        TextRules.CheckMap($"{field}.env", command.Env!, faults);
        if (command.TimeoutSeconds is < 1 or > TimeoutSecondsMax)
            faults.Add($"{field}.timeout_seconds", $"is {command.TimeoutSeconds}; 1 to {TimeoutSecondsMax} is wanted");
    }

    private static IReadOnlyList<int>[]? ResolveDependencies(IReadOnlyList<TaskSubmit> tasks, FaultList faults)
    {
        Dictionary<string, int> places = PlacesByName(tasks, faults);
        if (tasks.All(task => task.Dependencies is not { Count: > 0 }))
            return null;
        var dependencies = new IReadOnlyList<int>[tasks.Count];
        for (int i = 0; i < tasks.Count; i++)
            dependencies[i] = ResolveDependencies(tasks[i], i, places, faults);
        if (faults.IsEmpty && DependencyCycle.Find(dependencies) is { Count: > 0 } circle)
            faults.Add("tasks", $"depend on each other in a circle: {Shown(circle, tasks)}");
        return dependencies;
    }

    private static string Shown(IReadOnlyList<int> circle, IReadOnlyList<TaskSubmit> tasks)
    {
        const int shownMax = 20;
        string names = string.Join(" → ", circle.Take(shownMax).Select(place => $"'{tasks[place].Name}'"));
        return circle.Count > shownMax ? $"{names} → … ({circle.Count - 1} tasks)" : names;
    }

    private static Dictionary<string, int> PlacesByName(IReadOnlyList<TaskSubmit> tasks, FaultList faults)
    {
        var places = new Dictionary<string, int>(tasks.Count, StringComparer.Ordinal);
        for (int i = 0; i < tasks.Count; i++)
        {
            if (!places.TryAdd(tasks[i].Name, i))
            {
                faults.Add($"tasks[{i}].name",
                    $"duplicate task name '{tasks[i].Name}', tasks[{places[tasks[i].Name]}] has it already");
            }
        }
        return places;
    }

    private static int[] ResolveDependencies(
        TaskSubmit task, int place, Dictionary<string, int> places, FaultList faults)
    {
        var resolved = new List<int>();
        foreach (string name in (task.Dependencies ?? []).Distinct(StringComparer.Ordinal))
        {
            if (places.TryGetValue(name, out int upstream))
                resolved.Add(upstream);
            else
                faults.Add($"tasks[{place}].dependencies", $"task '{task.Name}' depends on unknown task '{name}'");
        }
        return [.. resolved];
    }

    private static StepPlan MakeStep(
        JobSubmit submit, IReadOnlyList<TaskSubmit> tasks, IReadOnlyList<int>[]? dependencies)
    {
        var classes = new ClassTable();
        int[] places = [.. tasks.Select(task =>
            classes.PlaceOf(RequirementMapping.ToSpec(task.Requirements, task.Limits)))];
        int retries = submit.MaxRetries ?? 0;
        var step = new StepPlan
        {
            Name = "",
            UnitCount = tasks.Count,
            MaxRetries = retries,
            UnitMaxRetries = tasks.Any(task => task.MaxRetries is not null)
                ? [.. tasks.Select(task => task.MaxRetries ?? retries)]
                : null,
            Failures = FailureMapping.ToFailures(StepPolicies.Of(submit.Policy, "")),
            Classes = classes.Specs,
            UnitClasses = classes.Specs.Count > 1 ? places : null,
            UnitDependencies = dependencies,
        };
        return MemoryRetries.Apply(step, StepPolicies.Of(submit.Policy, ""));
    }
}
