namespace Renderacre.Controller.Http;

/// <summary>
/// A request that is refused: thrown anywhere at the edge, answered in one place with <c>{"error": …}</c>.
/// </summary>
/// <param name="status">The HTTP status.</param>
/// <param name="message">What is wrong, naming the field or id, and what would be right.</param>
/// <param name="errors">All that is wrong, one each, where there is more than one; else null.</param>
internal sealed class RefusedException(int status, string message, IReadOnlyList<string>? errors = null)
    : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>All that is wrong, or null.</summary>
    public IReadOnlyList<string>? Errors { get; } = errors;

    /// <summary>Refuses with 400.</summary>
    /// <param name="message">What is wrong.</param>
    public static RefusedException Invalid(string message) => new(StatusCodes.Status400BadRequest, message);
}
