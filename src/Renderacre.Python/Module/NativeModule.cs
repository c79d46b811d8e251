using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Renderacre.Python.Errors;
using Renderacre.Python.Farms;
using Renderacre.Python.Interop;
using Renderacre.Python.Jobs;
using Renderacre.Python.Templates;

namespace Renderacre.Python.Module;

/// <summary>The module <c>renderacre._native</c>: what Python calls when it loads the library.</summary>
internal static unsafe class NativeModule
{
    // What the module checks against; every Python from 3.7 on takes it of a module of the limited API.
    private const int ApiVersion = 3;

    private static readonly Lazy<nint> Definition = new(() => ModuleDefinition.Create(
        "_native", "What renderacre does natively. Use the functions of the package instead.",
        [.. JobFunctions.All, .. TemplateFunctions.All, .. FarmFunctions.All, .. FeedFunctions.All]));

    /// <summary>Makes the module; single-phase, as the library has one state a process.</summary>
    [UnmanagedCallersOnly(EntryPoint = "PyInit__native", CallConvs = [typeof(CallConvCdecl)])]
    public static nint Initialize()
    {
        try
        {
            PythonApi.Load();
        }
        catch (Exception failure)
        {
            // Without Python's functions no Python error can be set.
            Console.Error.WriteLine($"renderacre: {failure.Message}");
            return 0;
        }

        try
        {
            return PythonApi.ModuleCreate(Definition.Value, ApiVersion);
        }
        catch (Exception failure)
        {
            PythonErrors.Set(failure);
            return 0;
        }
    }
}
