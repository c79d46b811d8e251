namespace Renderacre.Contracts.StorageProfiles;

/// <summary>A place for files under the path that it has on machines of one storage profile.</summary>
public sealed record StorageLocation
{
    /// <summary>The name, not blank: the same place has the same name in every profile.</summary>
    public required string Name { get; init; }

    /// <summary>Its absolute path there: <c>/mnt/show</c>, <c>S:\show</c>, <c>\\server\show</c> or a URI.</summary>
    public required string Path { get; init; }

    /// <summary>Whether all machines see the same files in it.</summary>
    public StorageLocationType Type { get; init; } = StorageLocationType.Shared;
}
