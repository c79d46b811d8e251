using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Sync;

/// <summary>
/// Something that happened in a session. Numbers count up by one from 1 within a session and are kept by the session
/// host, so that a report that is sent again is known.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LeaseStarted), "lease_started")]
[JsonDerivedType(typeof(LeaseCompleted), "lease_completed")]
[JsonDerivedType(typeof(LeaseReturned), "lease_returned")]
[JsonDerivedType(typeof(SessionActionEnded), "session_action_ended")]
[JsonDerivedType(typeof(SessionEnded), "session_ended")]
public abstract record SyncReport
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The report's number within the session, from 1.</summary>
    public required long Number { get; init; }
}
