using Renderacre.Farm.Limits;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Requirements;

/// <summary>All groups that ask the same of a worker.</summary>
/// <param name="id">Its number among those in use, a small one; it decides nothing.</param>
/// <param name="spec">What is asked.</param>
/// <param name="limits">Limits of which a session takes one each.</param>
/// <param name="needs">What a session takes of its host's amounts.</param>
internal sealed class RequirementClass(
    int id, RequirementSpec spec, IReadOnlyList<FarmLimit> limits, AmountNeed[] needs)
{
    /// <summary>Its number.</summary>
    public int Id { get; } = id;

    /// <summary>What is asked.</summary>
    public RequirementSpec Spec { get; } = spec;

    /// <summary>Limits of which a session takes one each.</summary>
    public IReadOnlyList<FarmLimit> Limits { get; } = limits;

    /// <summary>What a session takes of its host's amounts.</summary>
    public ReadOnlySpan<AmountNeed> Needs => needs;

    /// <summary>What a session takes of its host's graphics cards.</summary>
    public GpuNeed Gpus { get; } = GpuNeed.Of(spec.Amounts);

    /// <summary>Groups in memory that have this class.</summary>
    public int Groups { get; set; }

    /// <summary>Groups of it that stand in the order of what is ready.</summary>
    public int ReadyGroups { get; set; }

    /// <summary>How many of its limits are full.</summary>
    public int FullLimits { get; set; }

    /// <summary>Whether a session of it could be opened, as far as that does not hang on the worker.</summary>
    public bool IsOpen => ReadyGroups > 0 && FullLimits == 0;

    /// <summary>Groups of which leases wait behind others, the oldest first.</summary>
    public SortedSet<UnitGroup> WithAhead { get; } = new(Comparer<UnitGroup>.Create(UnitGroup.CompareAge));
}
