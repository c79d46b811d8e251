using System.Globalization;
using OpenJd.Expressions;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Symbols;

namespace OpenJd.Benchmarks;

/// <summary>Which processor time expressions take that are made to cost much, until they are refused.</summary>
internal static class HostileReport
{
    private const int Rounds = 3;

    private static readonly (string What, string Text)[] Hostile =
    [
        ("10,000 nested brackets", new string('[', 10_000) + new string(']', 10_000)),
        ("100,000 signs", new string('-', 100_000) + "1"),
        ("`'a' * 10**9`", "'a' * 10**9"),
        ("`[0] * 10**9`", "[0] * 10**9"),
        ("a list of 10^18 numbers", "list(range_expr('1-1000000000000000000'))"),
        ("a comprehension over 10^18 numbers", "[x for x in range_expr('1-1000000000000000000')]"),
        ("loops in loops", "[[y * 2 for y in range(2000)] for x in range(10000)]"),
        ("texts in loops", "[[upper('abcdefgh' * 20) for y in range(2000)] for x in range(10000)]"),
        ("`re_search('a' * 1000000, '(a+)+$b')`", "re_search('a' * 1000000, '(a+)+$b')"),
        ("`re_search('a' * 1000000, '(a?){1000}b')`", "re_search('a' * 1000000, '(a?){1000}b')"),
        ("`re_findall('a' * 1000000, 'a.*z|a')`", "re_findall('a' * 1000000, 'a.*z|a')"),
        ("`re_sub('a' * 1000000, 'a', 'b' * 1000)`", "re_sub('a' * 1000000, 'a', 'b' * 1000)"),
        ("patterns of 10,000 states in a loop", "[re_split('a', 'a{9000}' + string(x)) for x in range(100000)]"),
        ("an int of 100,000 digits", new string('9', 100_000)),
        ("`('a' * 1000000).replace('a', 'b' * 1000000)`", "('a' * 1000000).replace('a', 'b' * 1000000)"),
    ];

    public static void Write(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("| hostile expression | submission | its limits | specification | its limits |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (what, text) in Hostile)
        {
            var quick = Measure(text, EvaluationLimits.Submission);
            var full = Measure(text, EvaluationLimits.Specification);
            output.WriteLine($"| {what} | {quick.Cost} | {quick.End} | {full.Cost} | {full.End} |");
        }
    }

    private static (string Cost, string End) Measure(string text, EvaluationLimits limits)
    {
        var (best, bytes, end) = (double.MaxValue, 0L, "");
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Environment.CpuUsage.TotalTime;
            end = EndOf(text, limits);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        return (string.Create(CultureInfo.InvariantCulture, $"{best:F1} ms, {bytes / 1e6:F1} MB"), end);
    }

    private static string EndOf(string text, EvaluationLimits limits)
    {
        try
        {
            Expression.Parse(text).Evaluate(new SymbolTable(), EvaluationContext.Template with { Limits = limits });
            return "a value";
        }
        catch (ExpressionException error)
        {
            return error.Kind.ToString();
        }
    }
}
