using System.Globalization;
using BenchmarkDotNet.Reports;

namespace OpenJd.Benchmarks;

/// <summary>Prints the figures in thousandths of the yardstick, as docs/performance.md has them.</summary>
internal static class Report
{
    private static readonly Dictionary<string, (string What, double Most)> Goals = new()
    {
        [nameof(ExpressionBenchmarks.ParseCheckEvaluate)] = ("parse, check and evaluate", 60),
        [nameof(ExpressionBenchmarks.Evaluate)] = ("evaluate a parsed expression", 6),
        [nameof(ComprehensionBenchmarks.ComprehensionElement)] = ("one element of a comprehension", 3),
    };

    public static void Write(TextWriter output, IReadOnlyList<BenchmarkReport> reports, double yardstick)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Yardstick: {yardstick / 1000:F1} µs."));
        output.WriteLine();
        output.WriteLine("| what | ns | thousandths of a yardstick | at most | bytes allocated |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var report in reports) output.WriteLine(Row(report, yardstick));
    }

    private static string Row(BenchmarkReport report, double yardstick)
    {
        var (what, most) = Goals[report.BenchmarkCase.Descriptor.WorkloadMethod.Name];
        var best = report.ResultStatistics?.Min ?? double.NaN;
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {best:F1} | {best / yardstick * 1000:F2} | {most} | {bytes} |");
    }
}
