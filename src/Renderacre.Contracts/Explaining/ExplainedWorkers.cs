namespace Renderacre.Contracts.Explaining;

/// <summary>What all workers say to a task.</summary>
/// <param name="Considered">How many workers there are.</param>
/// <param name="Able">How many could take it now.</param>
/// <param name="Excluded">What keeps the others from it, what excludes most first.</param>
/// <param name="Nearest">The one that lacks least; null where one is able, or there is none.</param>
public sealed record ExplainedWorkers(
    int Considered, int Able, IReadOnlyList<ExcludedWorkers> Excluded, NearestMiss? Nearest);
