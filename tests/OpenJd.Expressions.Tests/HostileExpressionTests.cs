using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Symbols;

namespace OpenJd.Expressions.Tests;

/// <summary>Expressions that are made to cost much end in a clear error under both sets of limits.</summary>
public sealed class HostileExpressionTests
{
    private static readonly Dictionary<string, (string Text, ExpressionErrorKind Kind)> Hostile = new()
    {
        ["nested brackets"] = (new string('[', 10_000) + new string(']', 10_000), ExpressionErrorKind.Limit),
        ["nested parentheses"] = (new string('(', 10_000) + "1" + new string(')', 10_000), ExpressionErrorKind.Limit),
        ["nested signs"] = (new string('-', 100_000) + "1", ExpressionErrorKind.Limit),
        ["long text"] = ("\"a\" * 10**9", ExpressionErrorKind.Limit),
        ["long list"] = ("[0] * 10**9", ExpressionErrorKind.Limit),
        ["list of texts"] = ("['a' * 1000000] * 1000000", ExpressionErrorKind.Limit),
        ["range in a comprehension"] = ("[x for x in range_expr('1-1000000000000000000')]", ExpressionErrorKind.Limit),
        ["range as a list"] = ("list(range_expr('1-1000000000000000000'))", ExpressionErrorKind.Limit),
        ["sum of a range's list"] = ("sum(range(10**18))", ExpressionErrorKind.Limit),
        ["loop in a loop"] = ("[[y for y in range(10000)] for x in range(10000)]", ExpressionErrorKind.Limit),
        ["padding"] = ("'a'.ljust(10**12)", ExpressionErrorKind.Limit),
        ["zeros"] = ("zfill(1, 10**15)", ExpressionErrorKind.Limit),
        ["replacing"] = ("('a' * 1000000).replace('a', 'b' * 1000000)", ExpressionErrorKind.Limit),
        ["joining"] = ("(['a' * 100000] * 10).join('b' * 10000000)", ExpressionErrorKind.Limit),
        ["substituting"] = ("re_sub('a' * 100000, 'a', 'b' * 100000)", ExpressionErrorKind.Limit),
        ["many states"] = ("re_search('a' * 1000000, '(a?){1000}b')", ExpressionErrorKind.Limit),
        ["quadratic pattern"] = ("re_findall('a' * 1000000, 'a.*z|a')", ExpressionErrorKind.Limit),
        ["quoting again and again"] = (Repeated("repr_json", 60), ExpressionErrorKind.Limit),
        ["pattern too large"] = ("re_match('a', '((a{100}){100}){100}')", ExpressionErrorKind.Value),
        ["huge power"] = ("10 ** 10 ** 10", ExpressionErrorKind.Value),
        ["huge int"] = (new string('9', 100_000), ExpressionErrorKind.Limit),
        ["unknown escape"] = ("'\\U99999999'", ExpressionErrorKind.Syntax),
        ["escape cut short"] = ("'\\U0001'", ExpressionErrorKind.Syntax),
        ["unknown name of a character"] = ("'\\N{" + new string('A', 1000) + "}'", ExpressionErrorKind.Syntax),
        ["half a surrogate pair"] = ("'\\ud800' * 10", ExpressionErrorKind.Syntax),
    };

    public static TheoryData<string> Names => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Cost_is_refused_at_submission(string name) => AssertRefused(name, EvaluationLimits.Submission);

    [Theory]
    [MemberData(nameof(Names))]
    public void Cost_is_refused_by_the_limits_of_the_specification(string name) =>
        AssertRefused(name, EvaluationLimits.Specification);

    [Theory]
    [InlineData("re_match('a' * 10000, '(a+)+$')[0] == 'a' * 10000")]
    [InlineData("re_search('a' * 10000, '(a|a)*b') == null")]
    [InlineData("len(range_expr('1-1000000000000000000')) == 10**18")]
    public void What_only_looks_costly_is_done(string expression)
    {
        var context = EvaluationContext.Template with { Limits = EvaluationLimits.Submission };
        Assert.Equal("true", Expression.Parse(expression).Evaluate(new SymbolTable(), context).Text);
    }

    private static void AssertRefused(string name, EvaluationLimits limits)
    {
        var (text, kind) = Hostile[name];
        var context = EvaluationContext.Template with { Limits = limits };
        var error = Assert.Throws<ExpressionException>(
            () => Expression.Parse(text).Evaluate(new SymbolTable(), context));
        Assert.Equal(kind, error.Kind);
        Assert.InRange(error.Message.Length, 1, 2000);
    }

    private static string Repeated(string function, int times) =>
        string.Concat(Enumerable.Repeat(function + "(", times)) + "'\"'" + new string(')', times);
}
