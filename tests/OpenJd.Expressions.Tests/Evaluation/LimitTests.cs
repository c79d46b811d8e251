using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Tests.Support;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Evaluation;

/// <summary>Source: expression language §1.3.9 and §1.3.10.</summary>
public sealed class LimitTests
{
    private static readonly SymbolTable Huge = new()
    {
        ["Huge"] = new RangeValue(RangeExpression.Parse("1-1000000000000000000")),
    };

    [Theory]
    [InlineData("1", 0)]
    [InlineData("1 + 2", 1)]
    [InlineData("1 + 2 * 3", 2)]
    [InlineData("-1", 1)]
    [InlineData("-Param.Int", 1)]
    [InlineData("1 < 2 < 3", 2)]
    [InlineData("2 < 1 < 3", 1)]
    [InlineData("1 if true else 2", 1)]
    [InlineData("true and false", 1)]
    [InlineData("Param.File.name.len()", 3)]
    [InlineData("[1, 2, 3]", 0)]
    [InlineData("range(5)", 6)]
    [InlineData("[x for x in range(5)]", 11)]
    [InlineData("[x + 1 for x in range(5)]", 16)]
    [InlineData("[x for x in range(5) if x > 1]", 16)]
    [InlineData("sum([1, 2, 3])", 4)]
    [InlineData("[1] + [2, 3]", 4)]
    [InlineData("[1, 2] * 3", 7)]
    [InlineData("[1, 2] == [1, 2]", 3)]
    [InlineData("5 in Param.Frames", 1)]
    [InlineData("len(Param.Frames)", 1)]
    [InlineData("'a' + 'b'", 2)]
    [InlineData("len('a' * 257)", 4)]
    [InlineData("sorted([3, 1, 2])", 4)]
    [InlineData("any([false, true])", 3)]
    public void Operations_are_counted_as_the_specification_says(string expression, long operations)
    {
        var usage = new EvaluationUsage();
        Expression.Parse(expression).Evaluate(Eval.Symbols, EvaluationContext.Template with { Usage = usage });
        Assert.Equal(operations, usage.Operations);
    }

    [Fact]
    public void An_expression_may_take_as_many_operations_as_the_limit_and_no_more()
    {
        var expression = Expression.Parse("[x for x in range(5)]");
        expression.Evaluate(new SymbolTable(), With(operations: 11));
        var error = Assert.Throws<ExpressionException>(
            () => expression.Evaluate(new SymbolTable(), With(operations: 10)));
        Assert.Equal(
            "The expression takes more than 10 operations, which is the limit.\n  [x for x in range(5)]\n  "
                + "^~~~~~~~~~~~~~~~~~~~~",
            error.Message);
        Assert.Equal(ExpressionErrorKind.Limit, error.Kind);
    }

    [Fact]
    public void The_expressions_of_a_template_share_a_limit()
    {
        var context = new EvaluationContext
        {
            Limits = new EvaluationLimits(100, 1_000_000, TotalOperations: 25),
            Usage = new EvaluationUsage(),
        };
        var expression = Expression.Parse("range(9)");
        expression.Evaluate(new SymbolTable(), context);
        expression.Evaluate(new SymbolTable(), context);
        Assert.Throws<ExpressionException>(() => expression.Evaluate(new SymbolTable(), context));
        Assert.Equal(21, context.Usage.Operations);
    }

    [Theory]
    [InlineData("len('a' * 50000)", true)]
    [InlineData("len(range(5000))", true)]
    [InlineData("len([s * 100 for s in ['a'] * 100])", true)]
    [InlineData("[len(s * 100) for s in ['a'] * 100]", false)]
    [InlineData("len('a' * 1000) + len('b' * 1000)", false)]
    public void Memory_counts_while_it_is_in_use(string expression, bool isTooMuch)
    {
        var context = new EvaluationContext { Limits = EvaluationLimits.Specification with { MemoryBytes = 8000 } };
        Action evaluate = () => Expression.Parse(expression).Evaluate(new SymbolTable(), context);
        if (isTooMuch) Assert.Equal(ExpressionErrorKind.Limit, Assert.Throws<ExpressionException>(evaluate).Kind);
        else evaluate();
    }

    [Fact]
    public void The_peak_of_memory_is_told()
    {
        var usage = new EvaluationUsage();
        Expression.Parse("len('a' * 1000)").Evaluate(
            new SymbolTable(), EvaluationContext.Template with { Usage = usage });
        Assert.InRange(usage.PeakMemoryBytes, 2000, 2100);
    }

    [Theory]
    [InlineData("'a' * 10**9")]
    [InlineData("'a' * 9223372036854775807")]
    [InlineData("'abc' * 9223372036854775807")]
    [InlineData("[0] * 10**9")]
    [InlineData("[0, 1] * 9223372036854775807")]
    [InlineData("['a' * 1000] * 100000")]
    [InlineData("range(10**18)")]
    [InlineData("range(-9223372036854775807, 9223372036854775807)")]
    [InlineData("list(Huge)")]
    [InlineData("[x for x in Huge]")]
    [InlineData("Huge + [1]")]
    [InlineData("Huge + Huge")]
    [InlineData("Huge[::-1]")]
    [InlineData("sorted(Huge)")]
    [InlineData("[[x for x in range(100000)] for y in range(100000)]")]
    [InlineData("round(1.5, 10**18)")]
    [InlineData("'x'.ljust(2000000000)")]
    [InlineData("flatten([range(1000) for x in range(100000)])")]
    public void Hostile_sizes_end_at_a_limit(string expression)
    {
        var context = new EvaluationContext { Limits = EvaluationLimits.Submission };
        var error = Assert.Throws<ExpressionException>(() => Expression.Parse(expression).Evaluate(Huge, context));
        Assert.Equal(ExpressionErrorKind.Limit, error.Kind);
    }

    [Theory]
    [InlineData("('a' * 500000 + 'b' + 'a' * 500000) in ('a' * 5000000)", "bool false")]
    [InlineData("('a' * 5000000).count('a' * 500000 + 'b' + 'a' * 500000)", "int 0")]
    [InlineData("('a' * 5000000).rfind('a' * 500000 + 'b' + 'a' * 500000)", "int -1")]
    [InlineData("len(('a' * 5000000).split('a' * 500000 + 'b' + 'a' * 500000))", "int 1")]
    [InlineData("[U.Either + U.Either for x in range(300000)]", "unresolved[list[int | string]]")]
    [InlineData("len(unique([x * 4294967297 for x in range(50000)]))", "int 50000")]
    [InlineData("[[1 // 0 if U.Bool else y for y in range(500)][0] for x in range(500)]", "unresolved[list[int]]")]
    public void Hostile_work_is_done_in_a_pass_or_cut_short(string expression, string value) =>
        Assert.Equal(value, Eval.Of(expression));

    [Fact]
    public void Endless_looking_at_lengths_ends_at_the_limit()
    {
        var symbols = new SymbolTable { ["Long"] = new StringValue(new string('x', 100_000)) };
        var context = new EvaluationContext { Limits = EvaluationLimits.Submission };
        Assert.Equal("100000", Expression.Parse("[len(Long) for x in range(100)][0]").Evaluate(symbols, context).Text);
        var error = Assert.Throws<ExpressionException>(
            () => Expression.Parse("[len(Long) for x in range(300000)]").Evaluate(symbols, context));
        Assert.Equal(ExpressionErrorKind.Limit, error.Kind);
    }

    [Fact]
    public void Many_texts_side_by_side_are_read_in_a_pass() =>
        Assert.Equal("int 30000", Eval.Of($"len({Pieces()})"));

    [Theory]
    [InlineData("len(Huge)", "1000000000000000000")]
    [InlineData("Huge[-1]", "1000000000000000000")]
    [InlineData("5 in Huge", "true")]
    [InlineData("Huge[::7][3]", "22")]
    [InlineData("max(Huge)", "1000000000000000000")]
    [InlineData("Huge == Huge", "true")]
    [InlineData("Huge == [1]", "false")]
    [InlineData("string(Huge[10:])", "11-1000000000000000000")]
    public void Huge_ranges_are_never_written_out(string expression, string value) =>
        Assert.Equal(value, Expression.Parse(expression).Evaluate(Huge, EvaluationContext.Template).Text);

    [Theory]
    [InlineData("[", 10_000, "")]
    [InlineData("(", 10_000, "1")]
    [InlineData("-", 10_000, "1")]
    [InlineData("not ", 10_000, "true")]
    [InlineData("1+", 10_000, "1")]
    [InlineData("1 if true else ", 4_000, "1")]
    [InlineData("2**", 10_000, "2")]
    [InlineData("f(", 10_000, "")]
    [InlineData("a.b[", 10_000, "")]
    [InlineData("a.", 10_000, "b")]
    [InlineData("true or ", 5_000, "true")]
    public void Depth_is_bounded(string part, int times, string end)
    {
        var text = string.Concat(Enumerable.Repeat(part, times)) + end;
        var error = Assert.Throws<ExpressionException>(() => Expression.Parse(text));
        Assert.Equal((ExpressionErrorKind.Limit, "An expression nests at most 128 deep."), (error.Kind, error.Reason));
    }

    [Fact]
    public void Length_is_bounded()
    {
        var error = Assert.Throws<ExpressionException>(() => Expression.Parse(new string(' ', 65_537)));
        Assert.Equal(
            (ExpressionErrorKind.Limit, "An expression has at most 65536 characters, and this one has 65537."),
            (error.Kind, error.Reason));
        Assert.Equal("string ", Eval.Of(new string(' ', 65_534) + "''"));
    }

    [Fact]
    public void Long_flat_expressions_are_no_deep_ones()
    {
        Assert.Equal("int 20000", Eval.Of($"len([{string.Join(',', Enumerable.Repeat("1", 20_000))}])"));
        Assert.Equal("bool true", Eval.Of(string.Join("<=", Enumerable.Repeat("1", 20_000))));
    }

    private static string Pieces() => string.Concat(Enumerable.Repeat("'ab'", 15_000));

    private static EvaluationContext With(long operations) =>
        new() { Limits = EvaluationLimits.Specification with { Operations = operations } };
}
