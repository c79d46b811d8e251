namespace Renderacre.Contracts.StorageProfiles;

/// <summary>Where the machines of one kind find the places that jobs read and write.</summary>
public sealed record StorageProfile
{
    /// <summary>The name, not blank.</summary>
    public required string Name { get; init; }

    /// <summary>The system of its machines, which says how paths are written.</summary>
    public required OsFamily OsFamily { get; init; }

    /// <summary>The places, each with a name that other profiles give to the same one; none lies in another.</summary>
    public required IReadOnlyList<StorageLocation> Locations { get; init; }
}
