using CsCheck;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Tests.Support;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Functions;

/// <summary>Source: expression language §1.3.8, §2.1.7 and §2.1.8.</summary>
public sealed class SubscriptTests
{
    private static readonly Gen<long?> Bound = Gen.OneOf(
        Gen.Long[-12, 12].Select(bound => (long?)bound),
        Gen.OneOf<long?>(null, long.MinValue, long.MaxValue));

    [Theory]
    [InlineData("[1, 2, 3][0]", "int 1")]
    [InlineData("[1, 2, 3][-1]", "int 3")]
    [InlineData("[1][1]", "!Value")]
    [InlineData("[1][-2]", "!Value")]
    [InlineData("[][0]", "!Value")]
    [InlineData("[1][9223372036854775807]", "!Value")]
    [InlineData("'a😀b'[1]", "string 😀")]
    [InlineData("'a😀b'[-1]", "string b")]
    [InlineData("''[0]", "!Value")]
    [InlineData("Param.Frames[2]", "int 3")]
    [InlineData("Param.Frames[-1]", "int 10")]
    [InlineData("Param.Frames[10]", "!Value")]
    [InlineData("[1][true]", "!Type")]
    [InlineData("[1][0.0]", "!Type")]
    [InlineData("[1]['0']", "!Type")]
    [InlineData("path('/a')[0]", "!Type")]
    [InlineData("path('/a')[1:]", "!Type")]
    [InlineData("5[0]", "!Type")]
    [InlineData("null[0]", "!Type")]
    [InlineData("[1, 2, 3][1:]", "list[int] [2, 3]")]
    [InlineData("[1, 2, 3][::-1]", "list[int] [3, 2, 1]")]
    [InlineData("[1, 2, 3][null:2:null]", "list[int] [1, 2]")]
    [InlineData("'a😀b'[1:]", "string 😀b")]
    [InlineData("'a😀b'[::-1]", "string b😀a")]
    [InlineData("'a😀b'[:-1]", "string a😀")]
    [InlineData("Param.Frames[2:5]", "range_expr 3-5")]
    [InlineData("Param.Frames[::3]", "range_expr 1-10:3")]
    [InlineData("Param.Frames[::-4]", "list[int] [10, 6, 2]")]
    [InlineData("Param.Frames[5:5]", "list[int] []")]
    [InlineData("[1][::0]", "!Value")]
    [InlineData("[1][true:]", "!Type")]
    [InlineData("U.Ints[0]", "unresolved[int]")]
    [InlineData("U.Ints[1:]", "unresolved[list[int]]")]
    [InlineData("U.Text[0]", "unresolved[string]")]
    [InlineData("U.Range[1:]", "unresolved[list[int] | range_expr]")]
    [InlineData("[1, 2][U.Int]", "unresolved[int]")]
    [InlineData("U.Ints[U.Text]", "!Type")]
    [InlineData("U.Path[0]", "!Type")]
    public void Subscripts_pick_elements_and_slices(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Fact]
    public void Slices_of_lists_texts_and_ranges_pick_the_places_that_Python_does() =>
        Gen.Select(Gen.Int[0, 9], Bound, Bound, Bound).Sample((length, start, stop, step) =>
        {
            if (step == 0) return;
            var places = Places(length, start, stop, step ?? 1).ToList();
            var slice = $"[{start}:{stop}:{step}]";
            var numbers = Enumerable.Range(0, length).ToList();
            var symbols = new SymbolTable
            {
                ["xs"] = new ListValue(ExpressionType.Int, numbers.Select(number => new IntValue(number))),
                ["text"] = new StringValue(string.Concat(numbers)),
            };
            Assert.Equal($"[{string.Join(", ", places)}]", Text($"xs{slice}", symbols));
            Assert.Equal(string.Concat(places), Text($"text{slice}", symbols));
            if (length == 0) return;
            symbols["range"] = new RangeValue(RangeExpression.Parse($"0-{length - 1}"));
            Assert.Equal("true", Text($"range{slice} == xs{slice}", symbols));
        });

    [Fact]
    public void Ranges_behave_as_the_lists_of_their_numbers() =>
        Gen.Select(Gen.Long[-20, 20].Array[1, 12], Gen.Int[1, 4], Gen.Int[-15, 15]).Sample((numbers, step, place) =>
        {
            var symbols = new SymbolTable
            {
                ["xs"] = new ListValue(
                    ExpressionType.Int, numbers.Distinct().Order().Select(number => new IntValue(number))),
            };
            symbols["r"] = Expression.Parse("range_expr(xs)").Evaluate(symbols, EvaluationContext.Template);
            foreach (var form in (string[])
                ["list({0})", "len({0})", "sum({0})", "min({0})", "max({0})", "3 in {0}", "{0} == xs", "{0} + [1]",
                    "[x * 2 for x in {0}]", $"{{0}}[{place}:]", $"{{0}}[::{step}]", $"{{0}}[::-{step}]",
                    $"{{0}}[{place}:{place + 5}:{step}]", "range_expr(string({0})) == xs"])
            {
                var ofList = form.StartsWith("list", StringComparison.Ordinal)
                    ? "xs"
                    : form.StartsWith("range_expr", StringComparison.Ordinal)
                        ? "true"
                        : string.Format(null, form, "xs");
                Assert.Equal("true", Text($"({string.Format(null, form, "r")}) == ({ofList})", symbols));
            }
        });

    private static string Text(string expression, SymbolTable symbols) =>
        Expression.Parse(expression).Evaluate(symbols, EvaluationContext.Template).Text;

    /// <summary>Python's rule, place by place.</summary>
    private static IEnumerable<int> Places(int length, long? start, long? stop, long step)
    {
        Int128 Clamp(long? bound, long omitted)
        {
            if (bound is not { } given) return omitted;
            var place = given < 0 ? (Int128)given + length : given;
            return Int128.Clamp(place, step < 0 ? -1 : 0, step < 0 ? length - 1 : length);
        }

        var end = Clamp(stop, step < 0 ? -1 : length);
        for (var place = Clamp(start, step < 0 ? length - 1 : 0); step < 0 ? place > end : place < end; place += step)
            yield return (int)place;
    }
}
