namespace Renderacre.Contracts.Limits;

/// <summary>
/// A limit is shut: nobody gets any of it, since a task found no licence although the limit had room.
/// </summary>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when, unless it is reopened before or another such failure puts it off.</param>
/// <param name="JobId">The job whose task failed last.</param>
/// <param name="Job">Its name.</param>
/// <param name="Message">How it failed, or null.</param>
public sealed record LimitClosureInfo(
    DateTimeOffset Since, DateTimeOffset Until, Guid JobId, string Job, string? Message);
