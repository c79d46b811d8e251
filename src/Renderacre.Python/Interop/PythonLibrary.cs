using System.Runtime.InteropServices;

namespace Renderacre.Python.Interop;

/// <summary>Finds the Python that has loaded this module.</summary>
internal static class PythonLibrary
{
    private const string Probe = "PyModule_Create2";
    private const string MapsFile = "/proc/self/maps";

    /// <summary>The library, or program, that has Python's functions.</summary>
    /// <exception cref="EntryPointNotFoundException">There is none in this process.</exception>
    public static nint Find()
    {
        // python3.dll passes on to whatever python3X.dll the process has.
        var first = OperatingSystem.IsWindows()
            ? NativeLibrary.Load("python3.dll")
            : NativeLibrary.GetMainProgramHandle();
        if (NativeLibrary.TryGetExport(first, Probe, out _))
            return first;
        foreach (var path in LoadedPythons())
        {
            if (NativeLibrary.TryLoad(path, out var library) && NativeLibrary.TryGetExport(library, Probe, out _))
                return library;
        }

        throw new EntryPointNotFoundException($"no {Probe} is in this process: the module has to be loaded by CPython");
    }

    // An application may have loaded its Python for itself alone: then the main program does not show its functions.
    private static IEnumerable<string> LoadedPythons() => !OperatingSystem.IsLinux() ? [] : File.ReadLines(MapsFile)
        .Select(line => line.IndexOf('/', StringComparison.Ordinal) is >= 0 and var start ? line[start..] : "")
        .Where(path => Path.GetFileName(path).StartsWith("libpython3", StringComparison.Ordinal))
        .Distinct();
}
