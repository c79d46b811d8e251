using BenchmarkDotNet.Running;
using OpenJd.Benchmarks;

// The best of many short rounds counts, of the yardstick too: other programs on the machine only ever add to it.
var before = Yardstick.Measure();
var expressions = BenchmarkRunner.Run<ExpressionBenchmarks>(new QuickConfig());
var comprehensions = BenchmarkRunner.Run<ComprehensionBenchmarks>(new QuickConfig());
var after = Yardstick.Measure();
Report.Write(Console.Out, [.. expressions.Reports, .. comprehensions.Reports], Math.Min(before, after));
HostileReport.Write(Console.Out);
