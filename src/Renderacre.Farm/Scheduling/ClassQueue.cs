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
    public UnitGroup? Oldest(FarmWorker worker)
    {
        for (int place = 0; place < Groups.Count; place++)
        {
            UnitGroup group = Groups[place];
            if (!worker.Excluded.Contains(group.JobNumber))
                return group;
        }

        return null;
    }
}
