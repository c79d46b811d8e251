namespace OpenJd.Expressions.Regexes;

/// <summary>
/// The places of a program that a search is at, in order of rank, each at most once: a place that was reached
/// before was reached by a way of higher rank.
/// </summary>
/// <param name="places">How many places the program has.</param>
/// <param name="slotCount">How many slots each thread has.</param>
internal sealed class RegexThreads(int places, int slotCount)
{
    private readonly int[] _order = new int[places];
    private readonly int[] _generation = new int[places];
    private readonly int[] _slots = new int[places * slotCount];
    private int _current = 1;

    /// <summary>How many threads wait for a character or have matched.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all threads.</summary>
    public void Clear()
    {
        Count = 0;
        _current++;
    }

    /// <summary>The place of a thread.</summary>
    /// <param name="index">Its rank, from 0.</param>
    public int PlaceAt(int index) => _order[index];

    /// <summary>Marks a place as reached; says whether it was not before.</summary>
    public bool TryAdd(int place)
    {
        if (_generation[place] == _current) return false;
        _generation[place] = _current;
        return true;
    }

    /// <summary>Lets a thread wait at a place.</summary>
    public void Keep(int place, ReadOnlySpan<int> slots)
    {
        _order[Count++] = place;
        slots.CopyTo(SlotsOf(place));
    }

    /// <summary>The slots of the thread at a place.</summary>
    public Span<int> SlotsOf(int place) => _slots.AsSpan(place * slotCount, slotCount);
}
