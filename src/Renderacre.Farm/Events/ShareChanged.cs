using Renderacre.Farm.Fairness;

namespace Renderacre.Farm.Events;

/// <summary>A share's row as it is at the end of a commit; at most one per share and commit.</summary>
/// <param name="Row">The row.</param>
public sealed record ShareChanged(ShareRow Row) : FarmEvent;
