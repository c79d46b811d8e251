using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Renderacre.Farm.Memory;

/// <summary>
/// Has the processor fetch memory that will be asked for soon, while it does something else. A hint that changes
/// nothing but time; where the processor knows no such hint, nothing is done.
/// </summary>
internal static unsafe class Prefetch
{
    /// <summary>What one fetch brings.</summary>
    public const int LineBytes = 64;

    /// <summary>Fetches the line that something lies in, and those that follow.</summary>
    /// <param name="place">What lies in the first line.</param>
    /// <param name="lines">How many lines.</param>
    public static void From<T>(ref T place, int lines)
    {
        if (!Sse.IsSupported)
            return;

        // The pointer is not followed by anybody, so that it may be out of date or beyond the end.
        byte* line = (byte*)Unsafe.AsPointer(ref place);
        for (int at = 0; at < lines; at++)
            Sse.Prefetch0(line + at * LineBytes);
    }
}
