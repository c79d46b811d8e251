using Renderacre.Farm.Events;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Commits;

/// <summary>All that one batch of commands changed, written in one transaction.</summary>
/// <param name="Revision">Its number; they follow each other without a gap from 1.</param>
/// <param name="NextId">The farm's sequence after it.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="Nodes">Bitmap nodes as they are at its end.</param>
public sealed record FarmCommit(
    long Revision, long NextId, IReadOnlyList<FarmEvent> Events, IReadOnlyList<BitmapNodeRow> Nodes);
