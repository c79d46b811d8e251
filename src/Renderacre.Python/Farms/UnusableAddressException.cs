namespace Renderacre.Python.Farms;

/// <summary>A controller's address that cannot be used: RuntimeError in Python.</summary>
/// <param name="message">Which, and why.</param>
internal sealed class UnusableAddressException(string message) : Exception(message);
