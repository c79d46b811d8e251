namespace OpenJd.Sessions.Processes;

/// <summary>A process could not be started. The message names the program and the reason.</summary>
/// <param name="message">What was to be started, and why it could not be.</param>
public sealed class ProcessStartException(string message) : Exception(message);
