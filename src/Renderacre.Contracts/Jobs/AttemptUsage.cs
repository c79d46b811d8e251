namespace Renderacre.Contracts.Jobs;

/// <summary>What an attempt's processes used: the first one and those below it.</summary>
public sealed record AttemptUsage
{
    /// <summary>Seconds on processors, in programs and in the system; 0 or more.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>
    /// The most memory in bytes that one process had in RAM, or all together where their memory is limited.
    /// </summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>Bytes read from disks.</summary>
    public required long ReadBytes { get; init; }

    /// <summary>Bytes written towards disks.</summary>
    public required long WrittenBytes { get; init; }
}
