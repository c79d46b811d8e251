using Renderacre.Farm.Limits;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Requirements;

/// <summary>All groups that ask the same of a worker.</summary>
/// <param name="id">Its number among those in use, a small one; it decides nothing.</param>
/// <param name="asked">What is asked, of the host and of limits.</param>
internal sealed class RequirementClass(int id, RequirementSpec asked)
{
    private AmountNeed[] _needs = [];

    /// <summary>Its number.</summary>
    public int Id { get; } = id;

    /// <summary>What is asked, of the host and of limits.</summary>
    public RequirementSpec Asked { get; } = asked;

    /// <summary>What is asked of the host: all but the amounts that draw on limits.</summary>
    public RequirementSpec Spec { get; private set; } = asked;

    /// <summary>What it takes of limits.</summary>
    public LimitDemand[] Limits { get; private set; } = [];

    /// <summary>What a session takes of its host's amounts.</summary>
    public ReadOnlySpan<AmountNeed> Needs => _needs;

    /// <summary>What a session takes of one amount.</summary>
    /// <param name="amount">The amount's number.</param>
    public long TakenOf(int amount)
    {
        foreach (AmountNeed need in _needs)
        {
            if (need.Amount == amount)
                return need.Taken;
        }

        return 0;
    }

    /// <summary>What a session takes of its host's graphics cards.</summary>
    public GpuNeed Gpus { get; } = GpuNeed.Of(asked.Amounts);

    /// <summary>Groups in memory that have this class.</summary>
    public int Groups { get; set; }

    /// <summary>Groups of it that stand in the order of what is ready.</summary>
    public int ReadyGroups { get; set; }

    /// <summary>How many of its limits have too little room.</summary>
    public int FullLimits { get; private set; }

    /// <summary>How many of these count hosts, so that hosts which hold some of them may go on.</summary>
    public int FullHostLimits { get; private set; }

    /// <summary>Whether a session of it could be opened, as far as that does not hang on the worker.</summary>
    public bool IsOpen => ReadyGroups > 0 && FullLimits == 0;

    /// <summary>Whether a session of it could be opened at workers that hold what is full.</summary>
    public bool IsOpenToHolders => ReadyGroups > 0 && FullLimits > 0 && FullLimits == FullHostLimits;

    /// <summary>Groups that only workers can be given which their job has already, the oldest first.</summary>
    public SortedSet<UnitGroup> ForHolders { get; } = new(Comparer<UnitGroup>.Create(UnitGroup.CompareAge));

    /// <summary>Groups of which leases wait behind others, the oldest first.</summary>
    public SortedSet<UnitGroup> WithAhead { get; } = new(Comparer<UnitGroup>.Create(UnitGroup.CompareAge));

    /// <summary>Says what of what is asked is the host's, and what is taken of limits.</summary>
    public void Draw(RequirementSpec host, AmountNeed[] needs, LimitDemand[] limits)
    {
        Spec = host;
        _needs = needs;
        Limits = limits;
        CountFull();
    }

    /// <summary>Counts anew which of its limits have too little room.</summary>
    public void CountFull()
    {
        (FullLimits, FullHostLimits) = (0, 0);
        foreach (LimitDemand demand in Limits)
        {
            FullLimits += demand.Fits ? 0 : 1;
            FullHostLimits += demand.Fits || !demand.IsPerHost ? 0 : 1;
        }
    }
}
