namespace OpenJd.Fuzz;

/// <summary>An answer that must not be given.</summary>
/// <param name="message">What is wrong with it.</param>
public sealed class FuzzException(string message) : Exception(message);
