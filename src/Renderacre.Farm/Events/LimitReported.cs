using Renderacre.Farm.Limits;

namespace Renderacre.Farm.Events;

/// <summary>A limit's source told something new, began to fail or no longer does.</summary>
/// <param name="Name">The limit.</param>
/// <param name="Report">What is known now.</param>
public sealed record LimitReported(string Name, SourceReport Report) : FarmEvent;
