namespace Renderacre.Controller.Writing;

/// <summary>The farm could not take a command now, and it is not known to be durable: answered with 503.</summary>
/// <param name="message">Why, for people.</param>
internal sealed class WriterUnavailableException(string message) : Exception(message);
