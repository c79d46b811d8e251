using Microsoft.AspNetCore.Http.Metadata;

namespace Renderacre.Controller.Http;

/// <summary>The most bytes that a route's request body may have.</summary>
/// <param name="bytes">The bound.</param>
internal sealed class BodyBytesMax(long bytes) : IRequestSizeLimitMetadata
{
    /// <summary>Of most routes.</summary>
    public const long Default = 2L << 20;

    /// <summary>Of submissions.</summary>
    public const long Submission = 64L << 20;

    /// <summary>Of a worker's sync: a thousand reports with their tails.</summary>
    public const long Sync = 32L << 20;

    /// <inheritdoc/>
    public long? MaxRequestBodySize { get; } = bytes;
}
