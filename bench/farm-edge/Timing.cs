namespace Renderacre.Bench.FarmEdge;

/// <summary>What clients measured.</summary>
/// <param name="Times">Milliseconds of each request, in order of size.</param>
/// <param name="Elapsed">How long they ran.</param>
internal sealed record Timing(double[] Times, TimeSpan Elapsed)
{
    /// <summary>Processor time that the server used for each request.</summary>
    public double ProcessorMicroseconds { get; init; }

    public double PerSecond => Times.Length / Elapsed.TotalSeconds;

    public double Quantile(double share) => Times[(int)(share * (Times.Length - 1))];
}
