using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Events;

/// <summary>Something that changed in the farm: the data of one message of <c>GET /v1/events</c>.</summary>
public sealed record FarmChange
{
    /// <summary>The commit that it was part of; the id to go on after once the commit's last change has come.</summary>
    public required long Revision { get; init; }

    /// <summary>Its place in the commit, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Who caused it, as the audit names them.</summary>
    public required string Actor { get; init; }

    /// <summary>What happened, such as <c>job_submitted</c> or <c>attempt_ended</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The job it is about, or null.</summary>
    public Guid? JobId { get; init; }

    /// <summary>The (first) task it is about, or null.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>How many tasks from that one it is about, or null.</summary>
    public long? TaskCount { get; init; }

    /// <summary>The worker it is about, or null.</summary>
    public Guid? WorkerId { get; init; }

    /// <summary>The session it is about, or null.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The attempt it is about, or null.</summary>
    public Guid? AttemptId { get; init; }

    /// <summary>How the attempt ended, for <c>attempt_ended</c>; else null.</summary>
    public AttemptState? AttemptState { get; init; }

    /// <summary>More to say, such as the job's name or what went wrong; or null.</summary>
    public string? Message { get; init; }
}
