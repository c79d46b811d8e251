using System.Diagnostics;
using System.Globalization;

namespace OpenJd.Benchmarks;

/// <summary>A fixed piece of work in CPython, by which figures of different machines can be compared.</summary>
internal static class Yardstick
{
    private const int Rounds = 7;

    private const string Script =
        "import timeit;x=list(range(1000));t=timeit.Timer('sum(i*i for i in x)',globals={'x':x});"
        + "print(min(t.repeat(100,100))/100*1e9)";

    /// <summary>The best of several rounds, in nanoseconds.</summary>
    public static double Measure() => Enumerable.Range(0, Rounds).Select(_ => Once()).Min();

    private static double Once()
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        using var python = Process.Start(start) ?? throw new InvalidOperationException("python3 does not start.");
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
