namespace Renderacre.Python.Interop;

/// <summary>A Python error is set; whoever is called by Python returns without a result.</summary>
internal sealed class PythonErrorException() : Exception("a Python error is set");
