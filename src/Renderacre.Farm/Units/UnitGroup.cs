using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Units;

/// <summary>The scheduling unit: the units of one step that have one requirement class.</summary>
internal sealed class UnitGroup(FarmStep step, int place, RequirementClass requirements)
{
    /// <summary>The step.</summary>
    public FarmStep Step { get; } = step;

    /// <summary>The class's place in the step's plan.</summary>
    public int Place { get; } = place;

    /// <summary>What a worker must have.</summary>
    public RequirementClass Class { get; } = requirements;

    /// <summary>Pending units whose own dependencies have succeeded.</summary>
    public UnitBitmap Ready { get; } = new(step.Plan.UnitCount);

    /// <summary>Leases of the group that wait behind another of their session, oldest first.</summary>
    public SortedDictionary<long, FarmLease> Ahead { get; } = [];

    /// <summary>Whether units are ready and the step waits for no other.</summary>
    public bool Runnable { get; set; }

    /// <summary>Whether it stands in its class's order.</summary>
    public bool Queued { get; set; }

    /// <summary>More important groups come first: priority, then age of the job, then order in the job.</summary>
    public static int Compare(UnitGroup? left, UnitGroup? right)
    {
        if (ReferenceEquals(left, right) || left is null || right is null)
            return 0;
        int order = right.Step.Job.Priority.CompareTo(left.Step.Job.Priority);
        if (order == 0)
            order = left.Step.Job.Id.Value.CompareTo(right.Step.Job.Id.Value);
        if (order == 0)
            order = left.Step.Place.CompareTo(right.Step.Place);
        return order != 0 ? order : left.Place.CompareTo(right.Place);
    }
}
