namespace Renderacre.Python.Interop;

/// <summary>What Python's functions return instead of an object.</summary>
internal static class PythonStatus
{
    /// <summary>Passes by where all went well.</summary>
    /// <param name="status">0 or more, or -1 where an error is set.</param>
    /// <exception cref="PythonErrorException">It is negative.</exception>
    public static nint Check(nint status) => status < 0 ? throw new PythonErrorException() : status;
}
