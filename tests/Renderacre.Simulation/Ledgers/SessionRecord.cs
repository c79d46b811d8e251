using Renderacre.Farm.Events;

namespace Renderacre.Simulation.Ledgers;

/// <summary>What is to be kept of a session, live or not.</summary>
internal sealed class SessionRecord(SessionOpened opened)
{
    public SessionOpened Opened { get; } = opened;

    /// <summary>Actions that it ran, in order.</summary>
    public List<SessionActionRan> Actions { get; } = [];

    /// <summary>How it ended, or null while it is live.</summary>
    public SessionClosed? Closed { get; set; }
}
