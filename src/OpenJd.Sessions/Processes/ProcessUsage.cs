namespace OpenJd.Sessions.Processes;

/// <summary>What a process and those that it waited for have used, or a whole tree.</summary>
/// <param name="CpuTime">Time on processors, in programs and in the system.</param>
/// <param name="PeakMemoryBytes">
/// The most memory that one of the processes had in RAM, or the tree at one time where it was watched. Linux counts
/// what the starting process had, so that it is never less than that.
/// </param>
/// <param name="ReadBytes">Bytes read from disks; what a cache gave does not count.</param>
/// <param name="WrittenBytes">Bytes written towards disks.</param>
public readonly record struct ProcessUsage(
    TimeSpan CpuTime, long PeakMemoryBytes, long ReadBytes, long WrittenBytes)
{
    /// <summary>Both together; of the peaks the higher.</summary>
    /// <param name="other">The other.</param>
    public ProcessUsage Plus(ProcessUsage other) => new(
        CpuTime + other.CpuTime, Math.Max(PeakMemoryBytes, other.PeakMemoryBytes), ReadBytes + other.ReadBytes,
        WrittenBytes + other.WrittenBytes);
}
