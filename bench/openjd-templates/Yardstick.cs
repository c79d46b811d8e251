using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenJd.Bench.Templates;

/// <summary>The time of a known piece of work, by which figures of different machines and hours compare.</summary>
internal static partial class Yardstick
{
    /// <summary>Microseconds of one <c>sum(i*i for i in range(1000))</c> in Python.</summary>
    public static double Measure()
    {
        string[] arguments = ["-m", "timeit", "-s", "x=list(range(1000))", "sum(i*i for i in x)"];
        using var python = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("python3 did not start.");
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        var match = Best().Match(output);
        if (!match.Success) throw new InvalidOperationException($"timeit said: {output}");
        var value = double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "nsec" => value / 1000,
            "msec" => value * 1000,
            _ => value,
        };
    }

    [GeneratedRegex("best of [0-9]+: (?<value>[0-9.]+) (?<unit>nsec|usec|msec) per loop")]
    private static partial Regex Best();
}
