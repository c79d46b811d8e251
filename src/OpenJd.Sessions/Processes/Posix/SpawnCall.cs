using System.Runtime.InteropServices;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>One call of posix_spawn: its attributes and file actions, freed with it.</summary>
internal sealed unsafe class SpawnCall : IDisposable
{
    // Larger than the structures of glibc (336 and 80 bytes), musl and macOS (a pointer each), signal sets included.
    private const int StructureBytes = 1024;
    private const int ReadOnly = 0;

    private static readonly bool HasCloseFrom = NativeLibrary.TryLoad("libc.so.6", out var libc)
        && NativeLibrary.TryGetExport(libc, "posix_spawn_file_actions_addclosefrom_np", out _);

    private readonly byte* _attributes = (byte*)NativeMemory.AllocZeroed(StructureBytes);
    private readonly byte* _actions = (byte*)NativeMemory.AllocZeroed(StructureBytes);

    public SpawnCall(SpawnFlags flags)
    {
        Check(LibC.AttributesInit(_attributes), "posix_spawnattr_init");
        Check(LibC.FileActionsInit(_actions), "posix_spawn_file_actions_init");
        var signals = stackalloc byte[256];
        // The runtime ignores SIGPIPE, and ignored signals would stay ignored in the child.
        _ = LibC.SignalsFill(signals);
        Check(LibC.AttributesSetSignalDefaults(_attributes, signals), "posix_spawnattr_setsigdefault");
        _ = LibC.SignalsEmpty(signals);
        Check(LibC.AttributesSetSignalMask(_attributes, signals), "posix_spawnattr_setsigmask");
        Check(LibC.AttributesSetFlags(_attributes, flags.Bits), "posix_spawnattr_setflags");
    }

    /// <summary>Sets where the child starts and what its three standard streams are; all else is closed.</summary>
    public void Prepare(string workingDirectory, int output, int error)
    {
        Check(LibC.FileActionsAddChdir(_actions, workingDirectory), "posix_spawn_file_actions_addchdir_np");
        Check(LibC.FileActionsAddOpen(_actions, 0, "/dev/null", ReadOnly, 0), "posix_spawn_file_actions_addopen");
        Check(LibC.FileActionsAddDup2(_actions, output, 1), "posix_spawn_file_actions_adddup2");
        Check(LibC.FileActionsAddDup2(_actions, error, 2), "posix_spawn_file_actions_adddup2");
        // Handles of this process are close-on-exec; this covers those that it inherited itself.
        if (HasCloseFrom)
            Check(LibC.FileActionsAddCloseFrom(_actions, 3), "posix_spawn_file_actions_addclosefrom_np");
    }

    /// <summary>Starts the program.</summary>
    /// <returns>0, or the error's number.</returns>
    public int Spawn(string path, NativeStrings arguments, NativeStrings variables, out int pid) =>
        LibC.PosixSpawn(out pid, path, _actions, _attributes, arguments.Pointer, variables.Pointer);

    public void Dispose()
    {
        _ = LibC.FileActionsDestroy(_actions);
        _ = LibC.AttributesDestroy(_attributes);
        NativeMemory.Free(_attributes);
        NativeMemory.Free(_actions);
    }

    private static void Check(int error, string function)
    {
        if (error != 0)
            throw new ProcessStartException($"{function} failed: {Marshal.GetPInvokeErrorMessage(error)}");
    }
}
