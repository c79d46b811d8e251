using System.Text.Json.Serialization;

namespace Renderacre.Contracts.StorageProfiles;

/// <summary>Families of operating systems.</summary>
public enum OsFamily
{
    /// <summary>Paths with slashes, in which case counts.</summary>
    [JsonStringEnumMemberName("linux")]
    Linux,

    /// <summary>Paths as on Linux.</summary>
    [JsonStringEnumMemberName("macos")]
    MacOS,

    /// <summary>Paths with drive letters or of shares, in which case does not count.</summary>
    [JsonStringEnumMemberName("windows")]
    Windows,
}
