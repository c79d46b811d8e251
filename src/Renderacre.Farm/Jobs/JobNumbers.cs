namespace Renderacre.Farm.Jobs;

/// <summary>
/// A set of jobs by their numbers, sorted in one array: a look touches one piece of memory. A part of whoever keeps it,
/// never to be copied.
/// </summary>
internal struct JobNumbers()
{
    /// <summary>So few are compared several at a time, faster than halving finds one.</summary>
    private const int FewMax = 64;

    private long[] _numbers = [];

    /// <summary>How many there are.</summary>
    public int Count { readonly get; private set; }

    /// <summary>Whether a job is in the set.</summary>
    public readonly bool Contains(long job) => Count <= FewMax
        ? _numbers.AsSpan(0, Count).Contains(job)
        : PlaceOf(job) >= 0;

    /// <summary>Puts a job in.</summary>
    /// <returns>Whether it was not there.</returns>
    public bool Add(long job)
    {
        int place = PlaceOf(job);
        if (place >= 0)
            return false;
        if (Count == _numbers.Length)
            Array.Resize(ref _numbers, Math.Max(4, Count * 2));
        Array.Copy(_numbers, ~place, _numbers, ~place + 1, Count++ - ~place);
        _numbers[~place] = job;
        return true;
    }

    /// <summary>Takes a job out.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(long job)
    {
        int place = PlaceOf(job);
        if (place < 0)
            return false;
        Array.Copy(_numbers, place + 1, _numbers, place, --Count - place);
        return true;
    }

    private readonly int PlaceOf(long job) => _numbers.AsSpan(0, Count).BinarySearch(job);
}
