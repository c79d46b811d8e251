using System.Text.RegularExpressions;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.Python.Tests.Pythons;

/// <summary>Of Python's functions only those are used that every CPython from 3.7 on has and will have.</summary>
public sealed partial class LimitedApiTests
{
    [Fact]
    public async Task A_C_compiler_that_sees_the_limited_API_of_3_7_alone_knows_every_name()
    {
        Tool.Need("gcc");
        var headers = await Interpreter.HeadersAsync();
        var names = Names();
        using var folder = new TempFolder();

        await CompileAsync(folder, headers, names);

        Assert.True(names.Count > 30, $"only {names.Count} names were found");
    }

    [Fact]
    public async Task The_same_compiler_refuses_a_function_that_came_later()
    {
        Tool.Need("gcc");
        var headers = await Interpreter.HeadersAsync();
        using var folder = new TempFolder();

        // The function that was added in 3.10, and is the one that a reader of str would reach for.
        await Assert.ThrowsAnyAsync<Exception>(() => CompileAsync(folder, headers, ["PyUnicode_AsUTF8AndSize"]));
    }

    private static Task<string> CompileAsync(TempFolder folder, string headers, IReadOnlyList<string> names)
    {
        var source = folder.PathOf("names.c");
        var uses = string.Join("\n", names.Select(name => $"    (const void *)&{name},"));
        File.WriteAllText(source, $"#include <Python.h>\nconst void *const used[] = {{\n{uses}\n}};\n");
        return Command.OutputOfAsync(
            "gcc", "-fsyntax-only", "-Werror", "-Wno-pedantic", "-DPy_LIMITED_API=0x03070000", $"-I{headers}", source);
    }

    private static IReadOnlyList<string> Names() =>
    [
        .. Directory.GetFiles(Repository.PathOf("src", "Renderacre.Python", "Interop"), "PythonApi*.cs")
            .SelectMany(file => LookUp().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct(),
    ];

    [GeneratedRegex("""\(library, "(\w+)"\)""")]
    private static partial Regex LookUp();
}
