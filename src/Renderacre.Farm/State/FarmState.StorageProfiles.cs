using Renderacre.Contracts.StorageProfiles;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Storage profiles. The farm keeps them; path mapping rules are worked out where workers are told.</content>
public sealed partial class FarmState
{
    /// <summary>Storage profiles in a farm, at most.</summary>
    public const int StorageProfilesMax = 1000;

    private readonly SortedDictionary<string, StorageProfile> _storageProfiles = new(StringComparer.Ordinal);

    /// <summary>Defines a storage profile, or changes it; sessions that are open keep the rules they have.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="profile">The profile, checked by the edge.</param>
    /// <returns>Refused where there are too many.</returns>
    public FarmResult<Done> DefineStorageProfile(CommandContext context, StorageProfile profile)
    {
        Begin(context);
        if (!_storageProfiles.ContainsKey(profile.Name) && _storageProfiles.Count >= StorageProfilesMax)
            return Conflict($"there are {StorageProfilesMax} storage profiles already, the most that a farm has");
        _storageProfiles[profile.Name] = profile;
        Emit(new StorageProfileDefined(profile) { By = context.Principal, At = Now });
        return default(Done);
    }

    /// <summary>Deletes a storage profile. Jobs that were submitted with it have a copy and go on.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="name">The profile.</param>
    /// <returns>Refused where there is none of that name, or a worker that is online names it.</returns>
    public FarmResult<Done> DeleteStorageProfile(CommandContext context, string name)
    {
        Begin(context);
        if (!_storageProfiles.ContainsKey(name))
            return new FarmError(FarmErrorKind.NotFound, $"storage profile was not found: {name}");
        FarmWorker? user = _workers.Values.FirstOrDefault(worker => worker.Online && worker.Row.StorageProfile == name);
        if (user is not null)
            return Conflict($"worker {user.Row.Name} has the storage profile {name}; start it with another one first");
        _storageProfiles.Remove(name);
        Emit(new StorageProfileDeleted(name) { By = context.Principal, At = Now });
        return default(Done);
    }

    private FarmError? StorageProfileFault(WorkerRegistration registration) =>
        registration.StorageProfile is { } name && !_storageProfiles.ContainsKey(name)
            ? new FarmError(FarmErrorKind.Invalid, $"storage_profile: there is no storage profile '{name}'")
            : null;
}
