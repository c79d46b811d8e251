using System.Runtime.InteropServices;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>
/// Makes this process the parent of every orphan among its descendants (Linux), so that none of them can leave its
/// sight by forking twice. A program that does so starts its children through <see cref="IProcessLauncher"/> only.
/// </summary>
public static partial class ChildSubreaper
{
    private const int PrSetChildSubreaper = 36;

    /// <summary>Whether this process has become a subreaper.</summary>
    public static bool IsActive { get; private set; }

    /// <summary>Becomes the subreaper of all descendants, and from now on reaps every child that ends.</summary>
    /// <param name="oneAtATime">
    /// Whether the program runs one action at a time and waits for no other between them: what follows an action then
    /// goes on on the thread that noticed its end, which spares the machine a turn.
    /// </param>
    /// <returns>True on Linux; false elsewhere, where the system has no such thing.</returns>
    /// <exception cref="InvalidOperationException">The system refused.</exception>
    public static bool Become(bool oneAtATime = false)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        if (Prctl(PrSetChildSubreaper, 1, 0, 0, 0) != 0)
        {
            throw new InvalidOperationException(
                $"this process cannot become a child subreaper: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        ChildReaper.Shared.ContinuesInline = oneAtATime;
        ChildReaper.Shared.ReapAll();
        IsActive = true;
        return true;
    }

    /// <summary>
    /// Whether this process has children, unreaped ones included; of a subreaper, all there are below it.
    /// </summary>
    internal static unsafe bool HasChildren()
    {
        const int allChildren = 0;
        const int exitedNoHangNoWait = 0x4 | 0x1 | 0x1000000;
        var info = stackalloc byte[128];
        return WaitId(allChildren, 0, info, exitedNoHangNoWait) == 0
            || Marshal.GetLastPInvokeError() != LibC.Echild;
    }

    // prctl is variadic, but Linux passes variadic integers as others.
    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Prctl(int option, nuint arg2, nuint arg3, nuint arg4, nuint arg5);

    [LibraryImport("libc", EntryPoint = "waitid", SetLastError = true)]
    private static unsafe partial int WaitId(int idType, uint id, void* info, int options);
}
