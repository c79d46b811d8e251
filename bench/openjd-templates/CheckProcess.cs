using System.Diagnostics;
using System.Globalization;

namespace OpenJd.Bench.Templates;

/// <summary><c>openjd check</c> as a published process: its time on the clock and its peak memory.</summary>
/// <param name="Milliseconds">The median time from start to end.</param>
/// <param name="PeakMegabytes">The median of the most memory in use.</param>
internal sealed record CheckProcess(double Milliseconds, double PeakMegabytes)
{
    private const string DistVariable = "RENDERACRE_DIST";

    // A child's peak counts what its starter had: Python is smaller than the program, .NET is not.
    private const string Starter = """
        import os, statistics, sys, time
        quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
        wanted, count = int(sys.argv[1]), int(sys.argv[2])
        def run():
            start = time.perf_counter()
            child = os.posix_spawn(sys.argv[3], sys.argv[3:], os.environ, file_actions=quiet)
            _, status, usage = os.wait4(child, 0)
            if os.waitstatus_to_exitcode(status) != wanted: sys.exit(f"wait status {status}")
            return time.perf_counter() - start, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        run()
        times, peaks = zip(*(run() for _ in range(count)))
        print(statistics.median(times) * 1e3, statistics.median(peaks) / 1e6)
        """;

    /// <summary>Measures a check of a template.</summary>
    /// <param name="template">The template's text.</param>
    /// <param name="exitCode">What the program is to return.</param>
    /// <param name="runs">How many runs the medians are of.</param>
    public static CheckProcess Measure(string template, int exitCode, int runs)
    {
        var file = Path.Combine(Path.GetTempPath(), $"openjd-check-{Environment.ProcessId}.yaml");
        File.WriteAllText(file, template);
        try
        {
            string[] arguments = ["-I", "-S", "-c", Starter, $"{exitCode}", $"{runs}", Program(), "check", file];
            var start = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true };
            using var python = Process.Start(start)
                ?? throw new InvalidOperationException("python3 did not start.");
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            if (python.ExitCode != 0) throw new InvalidOperationException("openjd check did not end as it should.");
            var figures = output.Split(' ').Select(one => double.Parse(one, CultureInfo.InvariantCulture)).ToArray();
            return new CheckProcess(figures[0], figures[1]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Program() => Environment.GetEnvironmentVariable(DistVariable) is { Length: > 0 } dist
        ? Path.Combine(dist, "openjd")
        : throw new InvalidOperationException($"{DistVariable} must name the folder of the published programs");
}
