using System.Net;

namespace Renderacre.Client;

/// <summary>The controller answered, and refused; or its answer cannot be read.</summary>
public sealed class FarmException : Exception
{
    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>All that is wrong, one each; where the controller sent no list, the message alone.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>A refusal.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="error">What is wrong, as the controller says it.</param>
    /// <param name="errors">All that is wrong, or null where there is only <paramref name="error"/>.</param>
    /// <param name="inner">What kept the answer from being read, or null.</param>
    public FarmException(
        HttpStatusCode status, string error, IReadOnlyList<string>? errors = null, Exception? inner = null)
        : base(error, inner)
    {
        Status = status;
        Errors = errors is { Count: > 0 } ? errors : [error];
    }
}
