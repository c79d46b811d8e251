using OpenJd.Model.Validation;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Controller.Submission;

namespace Renderacre.Controller.StorageProfiles;

/// <summary>Finds the storage profile that somebody names.</summary>
internal static class StorageProfileNames
{
    /// <summary>Finds a profile.</summary>
    /// <param name="name">The name that was given, or null.</param>
    /// <param name="profiles">All profiles.</param>
    /// <param name="faults">Takes the fault where there is none of that name, with the nearest that there is.</param>
    /// <returns>The profile, or null where none is named or found.</returns>
    public static StorageProfile? Find(string? name, IReadOnlyList<StorageProfile> profiles, FaultList faults)
    {
        if (name is null)
            return null;
        if (profiles.FirstOrDefault(profile => profile.Name == name) is { } found)
            return found;
        string near = NearestName.Suggest(name, profiles.Select(profile => profile.Name));
        faults.Add("storage_profile", $"there is no storage profile '{name}'.{near}");
        return null;
    }
}
