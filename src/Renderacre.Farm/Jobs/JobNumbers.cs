using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Renderacre.Farm.Jobs;

/// <summary>
/// A set of jobs by their numbers. A dozen lie in whoever keeps the set, which is touched anyway where it is asked, by
/// half their digits; more, or such as are numbered beyond that, lie sorted in one array. Never to be copied.
/// </summary>
internal struct JobNumbers()
{
    private const int InsideMax = 12;

    /// <summary>Stands in the places inside that no job has. Jobs of this number or more lie in the array.</summary>
    private const uint Nobody = uint.MaxValue;

    /// <summary>So few of an array are compared several at a time, faster than halving finds one.</summary>
    private const int FewMax = 64;

    private Inside _inside = NobodyInside();
    private long[] _all = [];

    /// <summary>How many there are.</summary>
    public int Count { readonly get; private set; }

    /// <summary>Whether a job is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Contains(long job) => _all.Length == 0 ? IsInside(job) : IsInArray(job);

    /// <summary>Puts a job in.</summary>
    /// <returns>Whether it was not there.</returns>
    public bool Add(long job)
    {
        if (Contains(job))
            return false;
        if (_all.Length == 0 && Count < InsideMax && (ulong)job < Nobody)
            _inside[Count++] = (uint)job;
        else
            AddToArray(job);
        return true;
    }

    /// <summary>Takes a job out.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(long job)
    {
        if (!Contains(job))
            return false;
        if (_all.Length == 0)
            RemoveInside((uint)job);
        else
            RemoveFromArray(job);
        return true;
    }

    /// <summary>Whether a job is one of those inside: all places are compared, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsInside(long job)
    {
        ref uint first = ref Unsafe.AsRef(in _inside.First);
        var wanted = Vector128.Create((uint)job);
        Vector128<uint> same = Vector128.Equals(Vector128.LoadUnsafe(ref first), wanted)
            | Vector128.Equals(Vector128.LoadUnsafe(ref first, 4), wanted)
            | Vector128.Equals(Vector128.LoadUnsafe(ref first, 8), wanted);
        return (same != Vector128<uint>.Zero) & ((ulong)job < Nobody);
    }

    private readonly bool IsInArray(long job) =>
        Count <= FewMax ? _all.AsSpan(0, Count).Contains(job) : PlaceOf(job) >= 0;

    private readonly int PlaceOf(long job) => Array.BinarySearch(_all, 0, Count, job);

    /// <summary>Inside nothing is sorted: the last one fills the gap.</summary>
    private void RemoveInside(uint job)
    {
        Span<uint> inside = _inside;
        inside[inside.IndexOf(job)] = inside[--Count];
        inside[Count] = Nobody;
    }

    private void AddToArray(long job)
    {
        if (_all.Length == 0)
            MoveToArray();
        if (Count == _all.Length)
            Array.Resize(ref _all, Count * 2);
        int place = ~PlaceOf(job);
        Array.Copy(_all, place, _all, place + 1, Count++ - place);
        _all[place] = job;
    }

    private void RemoveFromArray(long job)
    {
        int place = PlaceOf(job);
        Array.Copy(_all, place + 1, _all, place, --Count - place);
    }

    private void MoveToArray()
    {
        _all = new long[InsideMax * 2];
        for (int place = 0; place < Count; place++)
            _all[place] = _inside[place];
        Array.Sort(_all, 0, Count);
    }

    private static Inside NobodyInside()
    {
        Inside nobody = default;
        ((Span<uint>)nobody).Fill(Nobody);
        return nobody;
    }

    [InlineArray(InsideMax)]
    private struct Inside
    {
        public uint First;
    }
}
