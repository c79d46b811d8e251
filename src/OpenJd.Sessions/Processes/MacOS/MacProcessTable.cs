using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using OpenJd.Sessions.Processes.Linux;
using OpenJd.Sessions.Processes.Posix;

namespace OpenJd.Sessions.Processes.MacOS;

/// <summary>The processes as libproc and sysctl show them. Compiled, not run.</summary>
internal sealed partial class MacProcessTable : IProcessTable
{
    private const int BsdInfo = 3;
    private const int BsdInfoBytes = 136;
    private const int StatusOffset = 4;
    private const int ParentOffset = 16;
    private const int GroupOffset = 100;
    private const int Zombie = 5;
    private const int TaskInfo = 4;
    private const int TaskInfoBytes = 96;
    private const int ResidentOffset = 8;
    private const int CtlKern = 1;
    private const int KernProcArgs2 = 49;
    private const int ArgumentBytesMax = 1 << 20;

    /// <inheritdoc/>
    public IReadOnlyList<ProcessEntry> Snapshot()
    {
        var entries = new List<ProcessEntry>();
        foreach (var id in ListIds())
        {
            if (ReadEntry(id) is { } entry)
                entries.Add(entry);
        }

        return entries;
    }

    /// <inheritdoc/>
    public unsafe bool IsMarked(int id, ProcessMarker marker)
    {
        var buffer = new byte[ArgumentBytesMax];
        var length = (nuint)buffer.Length;
        var name = stackalloc int[] { CtlKern, KernProcArgs2, id };
        fixed (byte* pointer = buffer)
        {
            if (SysCtl(name, 3, pointer, &length, null, 0) != 0)
                return false;
        }
        // A count, then arguments and environment, each ended by NUL.
        if (length <= sizeof(int))
            return false;
        var environment = buffer.AsSpan(sizeof(int), (int)length - sizeof(int));
        foreach (var (variable, value) in marker.Variables)
        {
            if (!LinuxProcessTable.HasEntry(environment, Encoding.UTF8.GetBytes($"{variable}={value}")))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public unsafe long MemoryInUse(int id)
    {
        var info = stackalloc byte[TaskInfoBytes];
        return ProcPidInfo(id, TaskInfo, 0, info, TaskInfoBytes) == TaskInfoBytes
            ? BinaryPrimitives.ReadInt64LittleEndian(new ReadOnlySpan<byte>(info + ResidentOffset, sizeof(long)))
            : 0;
    }

    private static unsafe int[] ListIds()
    {
        // Room for those that start between the two calls.
        var ids = new int[ProcListAllPids(null, 0) + 256];
        fixed (int* pointer = ids)
        {
            var count = ProcListAllPids(pointer, ids.Length * sizeof(int));
            return count > 0 ? ids[..Math.Min(count, ids.Length)] : [];
        }
    }

    private static unsafe ProcessEntry? ReadEntry(int id)
    {
        var info = stackalloc byte[BsdInfoBytes];
        if (ProcPidInfo(id, BsdInfo, 0, info, BsdInfoBytes) != BsdInfoBytes)
            return null;
        var span = new ReadOnlySpan<byte>(info, BsdInfoBytes);
        return new ProcessEntry(
            id, Field(span, ParentOffset), Field(span, GroupOffset), Field(span, StatusOffset) == Zombie);
    }

    private static int Field(ReadOnlySpan<byte> info, int offset) =>
        BinaryPrimitives.ReadInt32LittleEndian(info[offset..]);

    [LibraryImport("libproc", EntryPoint = "proc_listallpids")]
    private static unsafe partial int ProcListAllPids(int* buffer, int bytes);

    [LibraryImport("libproc", EntryPoint = "proc_pidinfo")]
    private static unsafe partial int ProcPidInfo(int pid, int flavor, ulong argument, byte* buffer, int bytes);

    [LibraryImport("libc", EntryPoint = "sysctl", SetLastError = true)]
    private static unsafe partial int SysCtl(
        int* name, uint nameLength, byte* old, nuint* oldLength, byte* @new, nuint newLength);
}
