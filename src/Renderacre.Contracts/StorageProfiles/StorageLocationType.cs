using System.Text.Json.Serialization;

namespace Renderacre.Contracts.StorageProfiles;

/// <summary>Whose files a storage location has. Paths are mapped alike in both.</summary>
public enum StorageLocationType
{
    /// <summary>The same files on every machine.</summary>
    [JsonStringEnumMemberName("shared")]
    Shared,

    /// <summary>Each machine's own files, such as a scratch folder.</summary>
    [JsonStringEnumMemberName("local")]
    Local,
}
