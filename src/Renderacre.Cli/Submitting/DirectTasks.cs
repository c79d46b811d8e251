using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Submitting;

/// <summary>What can be told of direct tasks without asking a controller.</summary>
internal static class DirectTasks
{
    /// <summary>All that is wrong; the controller has the last word.</summary>
    public static IEnumerable<string> Faults(JobSubmit job)
    {
        if (string.IsNullOrWhiteSpace(job.Name))
            yield return "name is blank; a job needs a name";
        if (job.MaxRetries < 0)
            yield return $"max_retries is {job.MaxRetries}; 0 or more is wanted";
        var tasks = job.Tasks ?? [];
        if (tasks.Count == 0 && job.Openjd is null)
            yield return "there are neither tasks nor openjd; one of them is wanted";

        var names = tasks.Select(task => task.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in tasks.CountBy(task => task.Name).Where(one => one.Value > 1))
            yield return $"tasks: the name '{twice.Key}' is given {twice.Value} times; names are unique in a job";
        foreach (var fault in tasks.SelectMany((task, index) => Faults(task, index, names)))
            yield return fault;
        if (tasks.Count == names.Count && InCycle(tasks) is { } cycle)
            yield return $"tasks: the dependencies of '{cycle}' lead back to it";
    }

    private static IEnumerable<string> Faults(TaskSubmit task, int index, HashSet<string> names)
    {
        if (string.IsNullOrWhiteSpace(task.Name))
            yield return $"tasks[{index}].name is blank; a task needs a name";
        if (string.IsNullOrWhiteSpace(task.Command.Executable))
            yield return $"tasks[{index}].command.executable is blank; a program is wanted";
        if (task.MaxRetries < 0)
            yield return $"tasks[{index}].max_retries is {task.MaxRetries}; 0 or more is wanted";
        foreach (var unknown in (task.Dependencies ?? []).Where(name => !names.Contains(name)))
            yield return $"tasks[{index}].dependencies names '{unknown}', which no task of the job is called";
    }

    /// <summary>
    /// A task that waits for itself, or null: what is left when all that can ever start has been taken away.
    /// </summary>
    private static string? InCycle(IReadOnlyList<TaskSubmit> tasks)
    {
        var waiting = tasks.ToDictionary(
            task => task.Name,
            task => (task.Dependencies ?? []).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        var dependents = tasks.SelectMany(task => (task.Dependencies ?? []).Select(name => (name, task.Name)))
            .ToLookup(pair => pair.name, pair => pair.Name, StringComparer.Ordinal);
        var free = new Queue<string>(waiting.Where(one => one.Value.Count == 0).Select(one => one.Key));
        while (free.TryDequeue(out var done))
        {
            waiting.Remove(done);
            var freed = dependents[done].Where(one => waiting[one].Remove(done) && waiting[one].Count == 0);
            foreach (var dependent in freed)
                free.Enqueue(dependent);
        }

        // One that waits for an unknown name is no cycle; that fault is told by itself.
        return waiting.FirstOrDefault(one => one.Value.All(waiting.ContainsKey)).Key;
    }
}
