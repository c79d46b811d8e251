namespace Renderacre.Python.Interop;

/// <content>Modules.</content>
internal static unsafe partial class PythonApi
{
    /// <summary>A module of its definition, for an API version; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, int, nint> ModuleCreate { get; private set; }

    /// <summary>Imports a module by its whole name; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<byte*, nint> ImportModule { get; private set; }

    private static void LoadModules(nint library)
    {
        ModuleCreate = (delegate* unmanaged[Cdecl]<nint, int, nint>)Function(library, "PyModule_Create2");
        ImportModule = (delegate* unmanaged[Cdecl]<byte*, nint>)Function(library, "PyImport_ImportModule");
    }
}
