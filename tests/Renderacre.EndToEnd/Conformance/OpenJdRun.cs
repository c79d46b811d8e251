using System.Diagnostics;
using System.Text;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Conformance;

/// <summary>One run of the program <c>openjd</c>, and what came of it.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output; bytes that are no UTF-8 are replaced.</param>
/// <param name="Error">Standard error.</param>
internal sealed record OpenJdRun(int ExitCode, string Output, string Error)
{
    // The suite's own runner waits for ever.
    private static readonly TimeSpan TimeMax = TimeSpan.FromMinutes(3);

    public static async Task<OpenJdRun> OfAsync(IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(ProgramFile.OpenJd, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.TryAdd("PYTHONUTF8", "1");
        using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        time.CancelAfter(TimeMax);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("openjd did not start");
        await using var killing = time.Token.Register(() => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync(time.Token);
        var output = await process.StandardOutput.ReadToEndAsync(time.Token);
        await process.WaitForExitAsync(time.Token);
        return new OpenJdRun(process.ExitCode, output, await error);
    }
}
