using System.Diagnostics;
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
        // Where Python is linked into the program, or is one of the libraries that it was linked with.
        var program = NativeLibrary.GetMainProgramHandle();
        if (NativeLibrary.TryGetExport(program, Probe, out _))
            return program;
        foreach (var path in OperatingSystem.IsWindows() ? LoadedDlls() : LoadedPythons())
        {
            if (NativeLibrary.TryLoad(path, out var library) && NativeLibrary.TryGetExport(library, Probe, out _))
                return library;
        }

        throw new EntryPointNotFoundException($"no {Probe} is in this process: the module has to be loaded by CPython");
    }

    // python3.dll only passes on to such a one, and applications often leave it out.
    private static IEnumerable<string> LoadedDlls()
    {
        using var process = Process.GetCurrentProcess();
        return
        [
            .. process.Modules.Cast<ProcessModule>()
                .Where(module => module.ModuleName.StartsWith("python3", StringComparison.OrdinalIgnoreCase))
                .Select(module => module.FileName),
        ];
    }

    // An application may have loaded its Python for itself alone: then the main program does not show its functions.
    private static IEnumerable<string> LoadedPythons() => !OperatingSystem.IsLinux() ? [] : File.ReadLines(MapsFile)
        .Select(line => line.IndexOf('/', StringComparison.Ordinal) is >= 0 and var start ? line[start..] : "")
        .Where(path => Path.GetFileName(path).StartsWith("libpython3", StringComparison.Ordinal))
        .Distinct();
}
