namespace Renderacre.Contracts.Jobs;

/// <summary>A page of a job's tasks.</summary>
/// <param name="Tasks">The tasks, in order.</param>
/// <param name="Next">What to pass as <c>after</c> for the next page, or null at the end.</param>
/// <param name="Total">How many tasks the job has.</param>
public sealed record TaskPage(IReadOnlyList<TaskInfo> Tasks, string? Next, long Total);
