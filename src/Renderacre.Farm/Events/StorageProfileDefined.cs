using Renderacre.Contracts.StorageProfiles;

namespace Renderacre.Farm.Events;

/// <summary>A storage profile was defined, or changed.</summary>
/// <param name="Profile">The profile as it is now.</param>
public sealed record StorageProfileDefined(StorageProfile Profile) : FarmEvent;
