namespace Renderacre.Bench.FarmSessions;

/// <summary>How fast the bare loop is, and milliseconds on processors for each program that it starts.</summary>
/// <param name="Rate">Programs a second.</param>
/// <param name="Starting">Of the loop itself.</param>
/// <param name="Child">Of the program, from its first moment to its last.</param>
internal sealed record SpawnCpu(double Rate, double Starting, double Child)
{
    /// <summary>The mean of two: the machine's speed drifts, and the farm runs between them.</summary>
    public SpawnCpu Mean(SpawnCpu other) => new(
        (Rate + other.Rate) / 2, (Starting + other.Starting) / 2, (Child + other.Child) / 2);
}
