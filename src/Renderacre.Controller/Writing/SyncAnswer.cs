using Renderacre.Farm.Commands;
using Renderacre.Farm.Syncing;

namespace Renderacre.Controller.Writing;

/// <summary>What a sync is answered with.</summary>
/// <param name="Epoch">The epoch that the reply's message number counts in.</param>
/// <param name="Reply">What there is to tell; null where the request was refused.</param>
/// <param name="Error">Why it was refused, or null.</param>
internal sealed record SyncAnswer(Guid Epoch, SyncReply? Reply, FarmError? Error);
