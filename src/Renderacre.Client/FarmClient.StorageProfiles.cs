using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.StorageProfiles;

namespace Renderacre.Client;

/// <content>Storage profiles.</content>
public sealed partial class FarmClient
{
    /// <summary>The storage profiles by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<StorageProfile>> ListStorageProfilesAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, WirePath.StorageProfiles, WireJson.Default.IReadOnlyListStorageProfile, cancellationToken);

    /// <summary>One storage profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<StorageProfile> GetStorageProfileAsync(string name, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, WirePath.StorageProfile(name), WireJson.Default.StorageProfile, cancellationToken);

    /// <summary>Defines a storage profile, or changes the one of that name as a whole.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The profile after it.</returns>
    public Task<StorageProfile> DefineStorageProfileAsync(
        StorageProfile profile, CancellationToken cancellationToken) => _transport.PostAsync(
        WirePath.StorageProfiles, profile, WireJson.Default.StorageProfile, WireJson.Default.StorageProfile,
        cancellationToken);

    /// <summary>Deletes a storage profile that no worker has which is online.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DeleteStorageProfileAsync(string name, CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Delete, WirePath.StorageProfile(name), cancellationToken);
}
