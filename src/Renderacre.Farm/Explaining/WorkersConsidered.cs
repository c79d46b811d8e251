namespace Renderacre.Farm.Explaining;

/// <summary>What all workers say to one group of tasks.</summary>
/// <param name="Considered">How many workers there are; what one was before it registered anew is not counted.</param>
/// <param name="Able">How many could take a task of it now.</param>
/// <param name="Exclusions">What keeps the others from it, what excludes most first.</param>
/// <param name="Nearest">The one that lacks least, or null where one is able or there is none.</param>
public sealed record WorkersConsidered(
    int Considered, int Able, IReadOnlyList<WorkerExclusion> Exclusions, NearestWorker? Nearest);
