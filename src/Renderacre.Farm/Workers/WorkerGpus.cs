using Renderacre.Contracts.Workers;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Workers;

/// <summary>A worker's graphics cards and the sessions that have them.</summary>
/// <param name="devices">The cards.</param>
/// <param name="shares">Sessions at a time on one card, 1 or more.</param>
internal sealed class WorkerGpus(IReadOnlyList<GpuDevice> devices, int shares)
{
    private readonly int[] _sessions = new int[devices.Count];
    private readonly long[] _memory = new long[devices.Count];

    /// <summary>How many there are.</summary>
    public int Count => devices.Count;

    /// <summary>Sessions at a time on one card.</summary>
    public int Shares => shares;

    /// <summary>How many different cards can be had with so much memory left on each.</summary>
    public int CountWithRoom(GpuNeed need)
    {
        int count = 0;
        for (int place = 0; place < _sessions.Length; place++)
            count += HasRoom(place, need) ? 1 : 0;
        return count;
    }

    /// <summary>Picks cards for a session: those that have least to do, then the first.</summary>
    /// <returns>Their ids; none where there are too few.</returns>
    public IReadOnlyList<string> Choose(GpuNeed need)
    {
        if (need.Count == 0)
            return [];
        int[] places = [.. Enumerable.Range(0, devices.Count).Where(place => HasRoom(place, need))
            .OrderBy(place => _sessions[place]).Take(need.Count)];
        return places.Length < need.Count ? [] : [.. places.Order().Select(place => devices[place].Id)];
    }

    /// <summary>Books (or, with -1, gives back) cards; one that the worker no longer has is passed over.</summary>
    public void Take(IReadOnlyList<string> ids, GpuNeed need, int sign)
    {
        for (int place = 0; place < devices.Count; place++)
        {
            if (!ids.Contains(devices[place].Id))
                continue;
            _sessions[place] += sign;
            _memory[place] += sign * need.Memory;
        }
    }

    /// <summary>Sessions that have a card.</summary>
    public int SessionsOn(string id)
    {
        for (int place = 0; place < devices.Count; place++)
        {
            if (devices[place].Id == id)
                return _sessions[place];
        }

        return 0;
    }

    private bool HasRoom(int place, GpuNeed need) => _sessions[place] < shares
        && (devices[place].MemoryMib is not { } total
            || AmountScale.Scale(total) - _memory[place] >= need.Memory);
}
