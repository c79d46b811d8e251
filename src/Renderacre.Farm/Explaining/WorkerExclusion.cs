namespace Renderacre.Farm.Explaining;

/// <summary>How many workers one thing keeps from taking a task; one worker may count for several.</summary>
/// <param name="Miss">What it is.</param>
/// <param name="Workers">How many.</param>
public sealed record WorkerExclusion(WorkerMiss Miss, int Workers);
