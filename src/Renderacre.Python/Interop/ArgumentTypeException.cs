namespace Renderacre.Python.Interop;

/// <summary>A value is of a type that is not taken: TypeError in Python.</summary>
/// <param name="message">Which value, what it is, and what is taken.</param>
internal sealed class ArgumentTypeException(string message) : Exception(message);
