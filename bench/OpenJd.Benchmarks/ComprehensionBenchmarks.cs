using BenchmarkDotNet.Attributes;
using OpenJd.Expressions;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Values;

namespace OpenJd.Benchmarks;

/// <summary>What an element of a comprehension costs.</summary>
[InvocationCount(16)]
public class ComprehensionBenchmarks
{
    private const int Elements = 10_000;

    private readonly Expression _comprehension = Expression.Parse("sum([x * 2 for x in range(10000)])");
    private readonly SymbolTable _nothing = new();

    /// <summary>One element of a comprehension over a range.</summary>
    [Benchmark(OperationsPerInvoke = Elements)]
    public ExpressionValue ComprehensionElement() => _comprehension.Evaluate(_nothing, EvaluationContext.Template);
}
