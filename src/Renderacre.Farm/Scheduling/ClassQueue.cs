using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>The ready groups of one priority, one share and one class, the oldest first.</summary>
internal sealed class ClassQueue(RequirementClass requirements)
{
    private readonly SortedSet<UnitGroup> _groups = new(Comparer<UnitGroup>.Create(UnitGroup.CompareAge));

    /// <summary>The class.</summary>
    public RequirementClass Class { get; } = requirements;

    /// <summary>Whether no group stands here.</summary>
    public bool IsEmpty => _groups.Count == 0;

    /// <summary>The groups in order.</summary>
    public IEnumerable<UnitGroup> Groups => _groups;

    /// <summary>Whether a group stands here.</summary>
    public bool Contains(UnitGroup group) => _groups.Contains(group);

    /// <summary>Has a group stand here.</summary>
    public void Add(UnitGroup group) => _groups.Add(group);

    /// <summary>Takes a group out.</summary>
    public void Remove(UnitGroup group) => _groups.Remove(group);

    /// <summary>The oldest group whose job does not exclude a worker, or null.</summary>
    public UnitGroup? Oldest(FarmWorker worker)
    {
        UnitGroup? oldest = _groups.Min;
        return oldest is null || worker.Excluded.Count == 0 || !worker.Excluded.Contains(oldest.Step.Job.Id.Value)
            ? oldest
            : _groups.FirstOrDefault(group => !worker.Excluded.Contains(group.Step.Job.Id.Value));
    }
}
