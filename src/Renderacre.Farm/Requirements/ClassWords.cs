using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Renderacre.Farm.Requirements;

/// <summary>
/// The first 256 classes of a <see cref="ClassSet"/>, as bits: held by value where a search goes by many sets, most of
/// which have nothing for it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ClassWords
{
    /// <summary>How many words there are.</summary>
    public const int Length = 4;

    private ulong _first;
    private ulong _second;
    private ulong _third;
    private ulong _fourth;

    /// <summary>Whether there is no class.</summary>
    public readonly bool IsEmpty => (_first | _second | _third | _fourth) == 0;

    /// <summary>The words.</summary>
    [UnscopedRef]
    public Span<ulong> All => MemoryMarshal.CreateSpan(ref _first, Length);

    /// <summary>What two have in common.</summary>
    public static ClassWords Common(in ClassWords left, in ClassWords right) => new()
    {
        _first = left._first & right._first,
        _second = left._second & right._second,
        _third = left._third & right._third,
        _fourth = left._fourth & right._fourth,
    };

    /// <summary>Whether two have a class in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Meet(in ClassWords left, in ClassWords right) =>
        ((left._first & right._first) | (left._second & right._second)
        | (left._third & right._third) | (left._fourth & right._fourth)) != 0;
}
