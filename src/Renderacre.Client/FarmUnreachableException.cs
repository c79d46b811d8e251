namespace Renderacre.Client;

/// <summary>
/// No whole answer came from the controller: nothing listens there, the connection broke, or time ran out.
/// </summary>
/// <param name="controller">The address that was asked.</param>
/// <param name="reason">Why no answer came.</param>
/// <param name="inner">What the connection said.</param>
public sealed class FarmUnreachableException(Uri controller, string reason, Exception inner)
    : Exception($"the controller at {controller.OriginalString} cannot be reached: {reason}", inner)
{
    /// <summary>The address that was asked.</summary>
    public Uri Controller { get; } = controller;
}
