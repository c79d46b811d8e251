using Renderacre.Contracts.Jobs;

namespace Renderacre.Farm.Jobs;

/// <summary>How many units are in each state.</summary>
internal sealed class UnitCounters
{
    private readonly long[] _counts = new long[6];

    /// <summary>All units.</summary>
    public long Total { get; private set; }

    /// <summary>As a value.</summary>
    public UnitCounts Snapshot => new(_counts[0], _counts[1], _counts[2], _counts[3], _counts[4], _counts[5]);

    /// <summary>Units in a state.</summary>
    public long Of(TaskState state) => _counts[(int)state];

    /// <summary>Adds units in a state.</summary>
    public void Add(TaskState state, long count)
    {
        _counts[(int)state] += count;
        Total += count;
    }

    /// <summary>Moves units from one state to another.</summary>
    /// <exception cref="InvalidOperationException">There are not so many: the farm's books are broken.</exception>
    public void Move(TaskState from, TaskState to, long count = 1)
    {
        _counts[(int)from] -= count;
        _counts[(int)to] += count;
        if (_counts[(int)from] < 0)
            throw new InvalidOperationException($"fewer than no units are {from}: counters broken");
    }

    /// <summary>Takes over counts as storage gives them back.</summary>
    public void Load(UnitCounts counts)
    {
        _counts[0] = counts.Pending;
        _counts[1] = counts.Leased;
        _counts[2] = counts.Running;
        _counts[3] = counts.Succeeded;
        _counts[4] = counts.Failed;
        _counts[5] = counts.Cancelled;
        Total = _counts.Sum();
    }
}
