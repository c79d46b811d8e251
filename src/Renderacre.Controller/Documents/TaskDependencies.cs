namespace Renderacre.Controller.Documents;

/// <summary>What a task waits for.</summary>
/// <param name="Tasks">Ids of tasks, at most as many as were asked for.</param>
/// <param name="Total">How many tasks it waits for.</param>
/// <param name="Steps">Names of the steps among them that have to succeed as a whole.</param>
internal sealed record TaskDependencies(IReadOnlyList<Guid> Tasks, long Total, IReadOnlyList<string> Steps)
{
    /// <summary>Ids of one task in an answer, at most.</summary>
    public const int ShownMax = 1000;

    /// <summary>Those of a task that waits for nothing.</summary>
    public static readonly TaskDependencies None = new([], 0, []);
}
