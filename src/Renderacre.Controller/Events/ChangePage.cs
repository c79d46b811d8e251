using Renderacre.Contracts.Events;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Events;

/// <summary>A page of changes.</summary>
/// <param name="Changes">The changes, oldest first.</param>
/// <param name="Next">The place to go on after.</param>
/// <param name="IsWhole">Whether these are all there are up to the newest revision.</param>
internal sealed record ChangePage(IReadOnlyList<FarmChange> Changes, EventCursor Next, bool IsWhole);
