using System.Runtime.InteropServices;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>struct rusage, alike on 64-bit Linux and macOS but for the unit of the peak.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ResourceUsage
{
    // getrusage(2): blocks of 512 bytes.
    private const long BlockBytes = 512;
    private const int PeakIndex = 0;
    private const int ReadBlocksIndex = 7;
    private const int WrittenBlocksIndex = 8;

    private readonly TimeValue _user;
    private readonly TimeValue _system;
    private fixed long _counts[14];

    public readonly ProcessUsage ToUsage() => new(
        _user.ToTimeSpan() + _system.ToTimeSpan(),
        _counts[PeakIndex] * (OperatingSystem.IsMacOS() ? 1 : 1024),
        _counts[ReadBlocksIndex] * BlockBytes,
        _counts[WrittenBlocksIndex] * BlockBytes);

    // macOS has 32 bits of microseconds and as many of padding: alike for numbers below a million.
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeValue
    {
        private readonly long _seconds;
        private readonly long _microseconds;

        public readonly TimeSpan ToTimeSpan() =>
            TimeSpan.FromSeconds(_seconds) + TimeSpan.FromMicroseconds((uint)_microseconds);
    }
}
