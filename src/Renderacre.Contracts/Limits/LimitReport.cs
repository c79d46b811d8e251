namespace Renderacre.Contracts.Limits;

/// <summary>What a limit's source told last.</summary>
/// <param name="Used">How many it told to be used, or null before it told anything.</param>
/// <param name="ReportedAt">When, or null.</param>
/// <param name="Failure">Why it tells nothing now, or null where its last answer was good.</param>
/// <param name="FailedAt">When it began to fail, or null.</param>
public sealed record LimitReport(
    decimal? Used, DateTimeOffset? ReportedAt, string? Failure, DateTimeOffset? FailedAt);
