using System.Diagnostics;
using System.Globalization;

namespace Renderacre.Bench.FarmSessions;

/// <summary>The time of a known piece of work, by which figures of different machines and hours compare.</summary>
internal static class Yardstick
{
    private const string Script =
        "import timeit; t = timeit.Timer('sum(i*i for i in x)', 'x=list(range(1000))'); "
        + "print(min(t.repeat(5, 1000)) / 1000 * 1e6)";

    /// <summary>Microseconds of one <c>sum(i*i for i in range(1000))</c> in Python.</summary>
    public static double Measure()
    {
        using Process python = Process.Start(
            new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("python3 does not start");
        string output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
