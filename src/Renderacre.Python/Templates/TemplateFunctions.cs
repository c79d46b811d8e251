using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpenJd.Model.Reading;
using OpenJd.Model.Serialization;
using Renderacre.Python.Errors;
using Renderacre.Python.Interop;
using Renderacre.Python.Module;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Templates;

/// <summary>Functions that check Open Job Description templates and make jobs of them, in the process.</summary>
internal static unsafe class TemplateFunctions
{
    /// <summary>The functions by name.</summary>
    public static IReadOnlyList<(string Name, nint Address)> All =>
    [
        ("check_template", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Check),
        ("summarize_template", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Summarize),
        ("create_job", (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint>)&Create),
    ];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Check(nint self, nint tuple) => Entry.Run(
        new Arguments(tuple, "template", "extensions"),
        static given =>
        {
            var (text, options) = (given.Text(0), GivenTemplate.Options(given.OptionalTexts(1)));
            return FaultList.From(InterpreterLock.Released(() => TemplateReader.Check(text, options)));
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Summarize(nint self, nint tuple) => Entry.Run(
        GivenTemplate.Arguments(tuple),
        static given => JsonToPython.Convert(GivenTemplate.Work(given, JobSummary.Write)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Create(nint self, nint tuple) => Entry.Run(
        GivenTemplate.Arguments(tuple), static given => JsonToPython.Convert(GivenTemplate.Work(given, JobJson.Write)));
}
