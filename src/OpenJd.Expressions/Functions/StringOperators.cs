using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Operators on texts. Source: expression language §2.1.2.</summary>
internal static class StringOperators
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("__add__", "(string, string) -> string", Concatenate);
        table.Add("__add__", "(string, range_expr) -> string", Concatenate);
        table.Add("__add__", "(range_expr, string) -> string", Concatenate);
        table.Add("__mul__", "(string, int) -> string", Repeat);
        table.Add("__contains__", "(string, string) -> bool", Contains);
        table.Add("__not_contains__", "(string, string) -> bool", NotContains);
    }

    private static Operand Concatenate(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (left, right) = (arguments[0].Text, arguments[1].Text);
        evaluator.ReserveText((long)left.Length + right.Length);
        return Operand.Of(left + right);
    }

    private static Operand Repeat(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, times) = (arguments[0].String, Math.Max(0, arguments[1].Int));
        evaluator.ReserveText(Sizes.Product(text.Length, times));
        return Operand.Of(string.Create(text.Length * (int)times, text, Fill));
    }

    /// <summary>Fills a text with repetitions of a part, twice as many with every copy.</summary>
    private static void Fill(Span<char> result, string part)
    {
        if (result.Length == 0) return;
        part.CopyTo(result);
        for (var done = part.Length; done < result.Length; done *= 2)
            result[..Math.Min(done, result.Length - done)].CopyTo(result[done..]);
    }

    private static Operand Contains(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, part) = (arguments[0].String, arguments[1].String);
        evaluator.CountText(text.Length);
        return Operand.Of(part.Length == 0 || new TextSearch(part).IndexOf(text) >= 0);
    }

    private static Operand NotContains(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(!Contains(ref evaluator, arguments).Bool);
}
