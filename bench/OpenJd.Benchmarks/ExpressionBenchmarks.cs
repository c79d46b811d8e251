using BenchmarkDotNet.Attributes;
using OpenJd.Expressions;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Benchmarks;

/// <summary>What the expression language costs where a farm uses it most.</summary>
[InvocationCount(4096)]
public class ExpressionBenchmarks
{
    private const string Sum = "Param.Start + Task.Param.Frame * 2";

    private readonly EvaluationContext _context = EvaluationContext.Template;
    private readonly Expression _sum = Expression.Parse(Sum);

    private readonly SymbolTable _known = new()
    {
        ["Param.Start"] = new IntValue(10),
        ["Task.Param.Frame"] = new IntValue(42),
    };

    private readonly SymbolTable _unknown = new()
    {
        ["Param.Start"] = new UnresolvedValue(ExpressionType.Int),
        ["Task.Param.Frame"] = new UnresolvedValue(ExpressionType.Int),
    };

    /// <summary>Text to value: parse, check with unknown symbols, evaluate with known ones.</summary>
    [Benchmark]
    public ExpressionValue ParseCheckEvaluate()
    {
        var expression = Expression.Parse(Sum);
        expression.Evaluate(_unknown, _context);
        return expression.Evaluate(_known, _context);
    }

    /// <summary>Evaluation alone of a parsed expression.</summary>
    [Benchmark]
    public ExpressionValue Evaluate() => _sum.Evaluate(_known, _context);
}
