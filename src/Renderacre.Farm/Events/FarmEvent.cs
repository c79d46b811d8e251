using Renderacre.Farm.Commands;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Events;

/// <summary>Something that happened in the farm. Storage rows, audit and live events all derive from these.</summary>
public abstract record FarmEvent
{
    /// <summary>Who caused it.</summary>
    public required Principal By { get; init; }

    /// <summary>When.</summary>
    public required FarmTime At { get; init; }
}
