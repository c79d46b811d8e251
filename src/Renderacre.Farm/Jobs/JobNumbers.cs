using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Renderacre.Farm.Jobs;

/// <summary>
/// A set of jobs by their numbers, sorted. A dozen lie in whoever keeps the set, which is touched anyway where it is
/// asked; more lie in one array. Never to be copied.
/// </summary>
internal struct JobNumbers()
{
    private const int InsideMax = 12;

    /// <summary>What stands in the places inside that no job has; no job has this number.</summary>
    private const long Nobody = -1;

    /// <summary>So few are compared several at a time, faster than halving finds one.</summary>
    private const int FewMax = 64;

    private Inside _inside = NobodyInside();
    private long[] _all = [];

    /// <summary>How many there are.</summary>
    public int Count { readonly get; private set; }

    [UnscopedRef]
    private readonly ReadOnlySpan<long> Numbers =>
        _all.Length > 0 ? _all.AsSpan(0, Count) : MemoryMarshal.CreateReadOnlySpan(in _inside.First, Count);

    /// <summary>Whether a job is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Contains(long job) => _all.Length == 0 ? IsInside(job) : IsBeyond(job);

    /// <summary>Puts a job in.</summary>
    /// <returns>Whether it was not there.</returns>
    public bool Add(long job)
    {
        int place = PlaceOf(job);
        if (place >= 0)
            return false;
        Span<long> room = RoomForOneMore();
        room[~place..Count].CopyTo(room[(~place + 1)..]);
        room[~place] = job;
        Count++;
        return true;
    }

    /// <summary>Takes a job out.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(long job)
    {
        int place = PlaceOf(job);
        if (place < 0)
            return false;
        Span<long> all = _all.Length > 0 ? _all : _inside;
        all[(place + 1)..Count].CopyTo(all[place..]);
        all[--Count] = Nobody;
        return true;
    }

    [UnscopedRef]
    private Span<long> RoomForOneMore()
    {
        if (_all.Length == 0 && Count < InsideMax)
            return _inside;
        if (Count >= _all.Length)
        {
            long[] larger = new long[Count * 2];
            Numbers.CopyTo(larger);
            _all = larger;
        }

        return _all;
    }

    /// <summary>Whether a job is one of those inside: all places are compared, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsInside(long job)
    {
        ref long first = ref Unsafe.AsRef(in _inside.First);
        var wanted = Vector128.Create(job);
        Vector128<long> same = Vector128.Equals(Vector128.LoadUnsafe(ref first), wanted)
            | Vector128.Equals(Vector128.LoadUnsafe(ref first, 2), wanted)
            | Vector128.Equals(Vector128.LoadUnsafe(ref first, 4), wanted)
            | Vector128.Equals(Vector128.LoadUnsafe(ref first, 6), wanted)
            | Vector128.Equals(Vector128.LoadUnsafe(ref first, 8), wanted)
            | Vector128.Equals(Vector128.LoadUnsafe(ref first, 10), wanted);
        return same != Vector128<long>.Zero;
    }

    private readonly bool IsBeyond(long job) => Count <= FewMax ? Numbers.Contains(job) : PlaceOf(job) >= 0;

    private static Inside NobodyInside()
    {
        Inside nobody = default;
        ((Span<long>)nobody).Fill(Nobody);
        return nobody;
    }

    private readonly int PlaceOf(long job) => Numbers.BinarySearch(job);

    [InlineArray(InsideMax)]
    private struct Inside
    {
        public long First;
    }
}
