using System.Text;
using OpenJd.Cli.Tests;
using OpenJd.Cli.Tests.Running;

namespace Renderacre.EndToEnd.Conformance;

/// <summary><c>openjd check</c> of the suite's templates, and of documents that mean harm.</summary>
public sealed class TemplateCheckTests
{
    private const int Million = 1_000_000;

    public static TheoryData<string> Paths => [.. ConformanceCase.TemplatePaths()];

    public static TheoryData<string> HarmfulNames => [.. Harmful.Keys];

    private static Dictionary<string, Func<byte[]>> Harmful { get; } = new(StringComparer.Ordinal)
    {
        ["100 MB"] = () => Repeat("x", 100 * Million),
        ["open lists"] = () => Repeat("[", Million),
        ["lists in lines"] = () => Repeat("- ", Million),
        ["aliases of aliases"] = () => Encoding.UTF8.GetBytes("a0: &a0 [x, x]\n" + string.Concat(
            Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"))),
        ["NUL bytes"] = () => new byte[Million],
        ["no text"] = () => [.. Enumerable.Range(0, Million).Select(i => (byte)(i * 7))],
        ["two encodings"] = () => [.. "name: "u8, .. Encoding.Latin1.GetBytes("grün"), .. "\nx: grün\n"u8],
        ["UTF-16"] = () => Encoding.Unicode.GetBytes("specificationVersion: jobtemplate-2023-09\n"),
    };

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Paths))]
    public async Task A_template_is_accepted_or_refused_as_the_suite_says(string path)
    {
        var run = await OpenJdRun.OfAsync(["check", Path.Combine(ConformanceCase.Root ?? "", path)]);

        var isRefused = path.Contains(".invalid.", StringComparison.Ordinal);
        Assert.True(isRefused == (run.ExitCode != 0), run.Output + run.Error);
    }

    [Theory]
    [MemberData(nameof(HarmfulNames))]
    public async Task A_document_that_means_harm_is_refused_in_words(string name)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "t.yaml");
        await File.WriteAllBytesAsync(file, Harmful[name](), TestContext.Current.CancellationToken);

        var run = await OpenJdRun.OfAsync(["check", file]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(
            $"ERROR: '{file}' failed checks: 1 validation error\n\tline ", run.Error, StringComparison.Ordinal);
    }

    private static byte[] Repeat(string text, int length) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, length / text.Length)));
}
