using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>The ready groups of one priority, one share and one class, the oldest first.</summary>
internal sealed class ClassQueue(RequirementClass requirements)
{
    /// <summary>The class.</summary>
    public RequirementClass Class { get; } = requirements;

    /// <summary>The groups.</summary>
    public AgeOrder Groups { get; } = new();

    /// <summary>The oldest group whose job does not exclude a worker, or null.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="than">The group than which it has to be older, or null.</param>
    public UnitGroup? Oldest(FarmWorker worker, UnitGroup? than)
    {
        for (int place = 0; place < Groups.Count; place++)
        {
            UnitGroup group = Groups[place];
            if (than is not null && UnitGroup.CompareAge(group, than) > 0)
                return null;
            if (!worker.Excluded.Contains(group.JobNumber))
                return group;
        }

        return null;
    }
}
