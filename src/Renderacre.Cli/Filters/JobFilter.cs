using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Filters;

/// <summary>One condition on jobs, as given to <c>--where</c>.</summary>
/// <param name="Query">The condition as the controller takes it, or null where it knows none such.</param>
/// <param name="Fits">Whether a job meets it at a time; asked too where the controller was, which may be older.</param>
internal sealed record JobFilter(string? Query, Func<Job, DateTimeOffset, bool> Fits);
