using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A person's command was refused by the state of what it is about; nothing else has changed.</summary>
/// <param name="Job">The job it was about, or null.</param>
/// <param name="Message">Why.</param>
public sealed record CommandRefused(JobId? Job, string Message) : FarmEvent;
