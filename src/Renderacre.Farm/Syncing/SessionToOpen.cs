using Renderacre.Farm.Events;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Syncing;

/// <summary>A session that a worker is to open.</summary>
/// <param name="Opened">How it was opened.</param>
/// <param name="Memory">
/// The memory in MiB that it is held to, scaled by <see cref="AmountScale.Factor"/>; null where it asks for none.
/// </param>
public readonly record struct SessionToOpen(SessionOpened Opened, long? Memory);
