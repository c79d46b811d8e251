namespace Renderacre.Contracts.Farm;

/// <summary>Who did what in the farm, as the audit keeps it.</summary>
public sealed record AuditEvent
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Who: <c>api</c>, <c>worker</c>, <c>worker:ID</c>, or <c>farm</c> for what happens by itself.</summary>
    public required string Actor { get; init; }

    /// <summary>What, such as <c>job.submit</c> or <c>task.lease</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: <c>job</c>, <c>task</c>, <c>worker</c> or <c>limit</c>.</summary>
    public required string TargetType { get; init; }

    /// <summary>The id, or the limit's name, of what it was done to; or null.</summary>
    public string? TargetId { get; init; }

    /// <summary><c>success</c> or <c>failure</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>More to say, such as the job's name; or null.</summary>
    public string? Message { get; init; }
}
