using OpenJd.Model.Validation;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Controller.Hooks;

namespace Renderacre.Controller.Submission;

/// <summary>What of the farm somebody may name: a name that is not there is refused with the nearest that is.</summary>
/// <param name="StorageProfiles">The storage profiles.</param>
/// <param name="Queues">The queues.</param>
internal sealed record KnownNames(IReadOnlyList<StorageProfile> StorageProfiles, IReadOnlyList<FarmQueue> Queues)
{
    /// <summary>Nothing at all.</summary>
    public static readonly KnownNames None = new([], []);

    /// <summary>The hooks of the configuration.</summary>
    public HookSettings Hooks { get; init; } = HookSettings.None;

    /// <summary>Finds a storage profile.</summary>
    /// <param name="name">Its name, or null.</param>
    /// <param name="faults">Takes the fault where there is none of that name.</param>
    /// <returns>The profile, or null where none is named or found.</returns>
    public StorageProfile? FindStorageProfile(string? name, FaultList faults) =>
        Find("storage_profile", "storage profile", name, StorageProfiles, profile => profile.Name, faults);

    /// <summary>Finds a queue. Where a farm has none at all, a job's queue is a mere word to find it by.</summary>
    /// <param name="name">Its name, or null.</param>
    /// <param name="faults">Takes the fault where there are queues, but none of that name.</param>
    /// <returns>The queue, or null where none is named or found.</returns>
    public FarmQueue? FindQueue(string? name, FaultList faults) =>
        Queues.Count == 0 ? null : Find("queue", "queue", name, Queues, queue => queue.Name, faults);

    private static T? Find<T>(
        string field, string what, string? name, IReadOnlyList<T> all, Func<T, string> nameOf, FaultList faults)
        where T : class
    {
        if (name is null)
            return null;
        if (all.FirstOrDefault(one => nameOf(one) == name) is { } found)
            return found;
        faults.Add(field, $"there is no {what} '{name}'.{NearestName.Suggest(name, all.Select(nameOf))}");
        return null;
    }
}
