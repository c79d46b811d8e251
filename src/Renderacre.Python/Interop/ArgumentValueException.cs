namespace Renderacre.Python.Interop;

/// <summary>A value is of the right type but cannot be taken: ValueError in Python.</summary>
/// <param name="message">Which value, what is wrong with it, and what would be right.</param>
internal sealed class ArgumentValueException(string message) : Exception(message);
