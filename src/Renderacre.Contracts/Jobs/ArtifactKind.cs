using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>Kinds of artifacts.</summary>
public enum ArtifactKind
{
    /// <summary>A picture.</summary>
    [JsonStringEnumMemberName("image")]
    Image,

    /// <summary>A scene.</summary>
    [JsonStringEnumMemberName("scene")]
    Scene,

    /// <summary>Text.</summary>
    [JsonStringEnumMemberName("log")]
    Log,

    /// <summary>Anything else.</summary>
    [JsonStringEnumMemberName("file")]
    File,
}
