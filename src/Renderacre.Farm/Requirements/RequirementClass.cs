using Renderacre.Farm.Limits;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Requirements;

/// <summary>All groups that ask the same of a worker, in the order in which they are to be served.</summary>
internal sealed class RequirementClass(int id, RequirementSpec spec, IReadOnlyList<FarmLimit> limits)
{
    /// <summary>Its number; classes are looked at in this order where nothing else decides.</summary>
    public int Id { get; } = id;

    /// <summary>What is asked.</summary>
    public RequirementSpec Spec { get; } = spec;

    /// <summary>Limits of which a session takes one each.</summary>
    public IReadOnlyList<FarmLimit> Limits { get; } = limits;

    /// <summary>Groups in memory that have this class.</summary>
    public int Groups { get; set; }

    /// <summary>Groups that could be leased from now, most important first.</summary>
    public SortedSet<UnitGroup> Ready { get; } = new(Comparer<UnitGroup>.Create(UnitGroup.Compare));

    /// <summary>Groups of which leases wait behind others.</summary>
    public SortedSet<UnitGroup> WithAhead { get; } = new(Comparer<UnitGroup>.Create(UnitGroup.Compare));

    /// <summary>Whether every limit has room.</summary>
    public bool LimitsHaveRoom
    {
        get
        {
            foreach (FarmLimit limit in Limits)
            {
                if (!limit.HasRoom)
                    return false;
            }

            return true;
        }
    }
}
