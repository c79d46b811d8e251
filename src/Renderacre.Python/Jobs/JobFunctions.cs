using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Renderacre.Python.Module;

namespace Renderacre.Python.Jobs;

/// <summary>Functions that make submissions; they ask no controller.</summary>
internal static unsafe class JobFunctions
{
    /// <summary>The functions by name.</summary>
    public static IReadOnlyList<(string Name, nint Address)> All =>
    [
        ("direct_job", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&CreateDirect),
        ("openjd_job", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&CreateOpenJd),
    ];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint CreateDirect(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "name", "tasks", "options"),
        static given => DirectJob.Create(given.Text(0), given.Object(1), given.Object(2)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint CreateOpenJd(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "name", "template_yaml", "parameters_json", "options"),
        static given => OpenJdJob.Create(given.Text(0), given.Text(1), given.OptionalText(2), given.Object(3)));
}
