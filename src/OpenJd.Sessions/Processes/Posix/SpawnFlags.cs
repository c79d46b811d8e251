namespace OpenJd.Sessions.Processes.Posix;

/// <summary>The system's values of the posix_spawn flags that a launch sets, and the size of its signal set.</summary>
/// <param name="Bits">New session, default signal actions, empty signal mask; on macOS also: close all handles.</param>
internal readonly record struct SpawnFlags(short Bits)
{
    private const short SetSignalDefaults = 0x04;
    private const short SetSignalMask = 0x08;

    /// <summary>glibc and musl: POSIX_SPAWN_SETSID is 0x80.</summary>
    public static readonly SpawnFlags Linux = new(SetSignalDefaults | SetSignalMask | 0x80);

    /// <summary>macOS: POSIX_SPAWN_SETSID is 0x400, POSIX_SPAWN_CLOEXEC_DEFAULT 0x4000. Compiled, not run.</summary>
    public static readonly SpawnFlags MacOS = new(SetSignalDefaults | SetSignalMask | 0x400 | 0x4000);
}
