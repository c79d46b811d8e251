using System.Diagnostics.CodeAnalysis;
using Renderacre.Farm.Sessions;

namespace Renderacre.Farm.Workers;

/// <summary>
/// A worker's sessions in order of their numbers; as few as its slots, so in one array. A part of the worker itself, so
/// that asking how many there are touches nothing else: never to be copied.
/// </summary>
internal struct WorkerSessions()
{
    private const int RoomAtFirst = 4;

    // Room for a few is made at once, so that it lies beside the worker.
    private FarmSession[] _sessions = new FarmSession[RoomAtFirst];

    /// <summary>How many there are.</summary>
    public int Count { readonly get; private set; }

    /// <summary>All, in order.</summary>
    public readonly IEnumerable<FarmSession> Values => _sessions.Take(Count);

    /// <summary>The session at a place of the order.</summary>
    public readonly FarmSession At(int place) => _sessions[place];

    /// <summary>Whether one with a number is here.</summary>
    public readonly bool ContainsKey(long id) => PlaceOf(id) >= 0;

    /// <summary>Finds the one with a number.</summary>
    public readonly bool TryGetValue(long id, [MaybeNullWhen(false)] out FarmSession session)
    {
        int place = PlaceOf(id);
        session = place < 0 ? null : _sessions[place];
        return place >= 0;
    }

    /// <summary>Adds a session, whose number is greater than those that are here.</summary>
    /// <exception cref="InvalidOperationException">Its number is not.</exception>
    public void Add(FarmSession session)
    {
        if (Count > 0 && session.Id <= _sessions[Count - 1].Id)
            throw new InvalidOperationException($"session {session.Id} comes after session {_sessions[Count - 1].Id}");
        if (Count == _sessions.Length)
            Array.Resize(ref _sessions, Count * 2);
        _sessions[Count++] = session;
    }

    /// <summary>Takes a session out; harmless where it is not here.</summary>
    public void Remove(long id)
    {
        int place = PlaceOf(id);
        if (place < 0)
            return;
        Array.Copy(_sessions, place + 1, _sessions, place, --Count - place);
        _sessions[Count] = null!; // Nothing is kept alive by a place that is free.
    }

    private readonly int PlaceOf(long id)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            long there = _sessions[middle].Id;
            if (there == id)
                return middle;
            (low, high) = there < id ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
