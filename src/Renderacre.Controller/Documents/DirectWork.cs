using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Documents;

/// <summary>Direct tasks: the units of one nameless step, each as it was submitted.</summary>
/// <param name="jobName">The job's name.</param>
/// <param name="tasks">The tasks.</param>
/// <param name="maxRetries">The job's retries.</param>
/// <param name="submission">A template that was given beside the tasks, and never read; or null.</param>
internal sealed class DirectWork(
    string jobName, IReadOnlyList<TaskSubmit> tasks, int maxRetries, OpenJdSubmit? submission) : JobWork(jobName)
{
    private static readonly Requirements NoRequirements = new()
    {
        Labels = new Dictionary<string, string>(),
        Pools = [],
        Amounts = [],
        Attributes = [],
    };

    private readonly Lazy<Dictionary<string, int>> _places = new(() => PlacesOf(tasks));

    /// <inheritdoc/>
    public override OpenJdSubmit? Submission { get; } = submission;

    /// <inheritdoc/>
    public override string StepName(int step) => "";

    /// <inheritdoc/>
    public override string TaskName(UnitRef unit, long count = 1) => Task(unit).Name;

    /// <inheritdoc/>
    public override CommandSpec Command(UnitRef unit)
    {
        CommandSpec command = Task(unit).Command;
        return command with { Args = command.Args ?? [], Env = command.Env ?? new Dictionary<string, string>() };
    }

    /// <inheritdoc/>
    public override TaskDependencies Dependencies(UnitRef unit, int shownMax)
    {
        string[] names = [.. (Task(unit).Dependencies ?? []).Distinct(StringComparer.Ordinal)];
        IEnumerable<Guid> shown = names.Take(shownMax)
            .Select(name => (unit with { Unit = _places.Value[name] }).ToGuid());
        return new TaskDependencies([.. shown], names.Length, []);
    }

    /// <inheritdoc/>
    public override Requirements Requirements(UnitRef unit)
    {
        if (Task(unit).Requirements is not { } asked)
            return NoRequirements;
        return new Requirements
        {
            Labels = asked.Labels ?? new Dictionary<string, string>(),
            Pools = asked.Pools ?? [],
            Amounts = asked.Amounts ?? [],
            Attributes = [.. (asked.Attributes ?? []).Select(attribute =>
                attribute with { AnyOf = attribute.AnyOf ?? [], AllOf = attribute.AllOf ?? [] })],
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Limits(UnitRef unit) => Task(unit).Limits ?? [];

    /// <inheritdoc/>
    public override int MaxRetries(UnitRef unit) => Task(unit).MaxRetries ?? maxRetries;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ArtifactPaths(UnitRef unit) => Task(unit).ArtifactPaths ?? [];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputCheck> OutputChecks(UnitRef unit) => Task(unit).OutputChecks ?? [];

    /// <inheritdoc/>
    public override OpenJdTask? OpenJdTask(UnitRef unit, long count) => null;

    /// <inheritdoc/>
    public override IReadOnlyList<TaskParameter>? TaskParameters(UnitRef unit, long count) => null;

    /// <inheritdoc/>
    public override OpenJdSessionWork? SessionWork(int step) => null;

    private TaskSubmit Task(UnitRef unit) => tasks[(int)unit.Unit];

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<TaskSubmit> tasks)
    {
        var places = new Dictionary<string, int>(tasks.Count, StringComparer.Ordinal);
        for (int i = 0; i < tasks.Count; i++)
            places.Add(tasks[i].Name, i);
        return places;
    }
}
