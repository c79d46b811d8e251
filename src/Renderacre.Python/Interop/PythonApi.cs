using System.Runtime.InteropServices;

namespace Renderacre.Python.Interop;

/// <summary>
/// The functions and objects of the host's Python that are used here: the limited API of 3.7, and no more of it. They
/// are looked up by name when the module is loaded, so that no particular libpython is needed.
/// </summary>
/// <remarks>Objects are pointers; a function's remark says whether the caller owns what it returns.</remarks>
internal static unsafe partial class PythonApi
{
    /// <summary>Looks all of them up.</summary>
    /// <exception cref="EntryPointNotFoundException">The host has no Python, or one that lacks a function.</exception>
    public static void Load()
    {
        var library = PythonLibrary.Find();
        LoadObjects(library);
        LoadText(library);
        LoadNumbers(library);
        LoadContainers(library);
        LoadErrors(library);
        LoadModules(library);
    }

    private static nint Function(nint library, string name) => NativeLibrary.GetExport(library, name);

    private static nint Object(nint library, string name) => NativeLibrary.GetExport(library, name);

    // Exceptions and the like are variables that hold a pointer to the object.
    private static nint Variable(nint library, string name) => *(nint*)NativeLibrary.GetExport(library, name);
}
