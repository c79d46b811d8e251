namespace Renderacre.Farm.Explaining;

/// <summary>Why the tasks of a step that ask the same of a worker wait.</summary>
/// <param name="Step">The step's place.</param>
/// <param name="ReadyUnits">How many of them could be leased, as far as they themselves are concerned.</param>
/// <param name="Obstacles">What keeps them from being leased, whichever worker asks.</param>
/// <param name="Workers">What the workers say.</param>
public sealed record GroupExplanation(
    int Step, long ReadyUnits, IReadOnlyList<Obstacle> Obstacles, WorkersConsidered Workers);
