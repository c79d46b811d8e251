using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>Forms of paths in path mapping rules.</summary>
public enum SourcePathFormat
{
    /// <summary>Slashes, case counts.</summary>
    [JsonStringEnumMemberName("POSIX")]
    Posix,

    /// <summary>Drive letters or UNC, either slash, case does not count.</summary>
    [JsonStringEnumMemberName("WINDOWS")]
    Windows,

    /// <summary>A URI.</summary>
    [JsonStringEnumMemberName("URI")]
    Uri,
}
