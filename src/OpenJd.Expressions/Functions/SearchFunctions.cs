using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>
/// Finding and replacing within a text. Indices count code points. Source: expression language §2.2.4.
/// </summary>
internal static class SearchFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("startswith", "(string, string) -> bool", StartsWith);
        table.Add("endswith", "(string, string) -> bool", EndsWith);
        table.Add("count", "(string, string) -> int", Count);
        table.Add("find", "(string, string) -> int", Find);
        table.Add("rfind", "(string, string) -> int", FindLast);
        table.Add("index", "(string, string) -> int", Index);
        table.Add("rindex", "(string, string) -> int", IndexOfLast);
        table.Add("replace", "(string, string, string) -> string", Replace);
    }

    private static Operand StartsWith(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.CountText(arguments[1].String.Length);
        return Operand.Of(arguments[0].String.StartsWith(arguments[1].String, StringComparison.Ordinal));
    }

    private static Operand EndsWith(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.CountText(arguments[1].String.Length);
        return Operand.Of(arguments[0].String.EndsWith(arguments[1].String, StringComparison.Ordinal));
    }

    private static Operand Count(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, part) = Prepare(ref evaluator, "count", arguments);
        return Operand.Of(new TextSearch(part).Count(text));
    }

    private static Operand Find(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(First(ref evaluator, "find", arguments));

    private static Operand FindLast(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(Last(ref evaluator, "rfind", arguments));

    private static Operand Index(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Found("index", First(ref evaluator, "index", arguments));

    private static Operand IndexOfLast(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Found("rindex", Last(ref evaluator, "rindex", arguments));

    private static Operand Replace(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, old) = Prepare(ref evaluator, "replace", arguments);
        var replacement = arguments[2].String;
        var search = new TextSearch(old);
        var growth = search.Count(text) * (replacement.Length - old.Length);
        evaluator.ReserveText(Sizes.Product(1, text.Length + growth));
        return Operand.Of(search.Replace(text, replacement));
    }

    private static long First(ref Evaluator evaluator, string function, ReadOnlySpan<Operand> arguments)
    {
        var (text, part) = Prepare(ref evaluator, function, arguments);
        return CodePointIndex(text, new TextSearch(part).IndexOf(text));
    }

    private static long Last(ref Evaluator evaluator, string function, ReadOnlySpan<Operand> arguments)
    {
        var (text, part) = Prepare(ref evaluator, function, arguments);
        return CodePointIndex(text, new TextSearch(part).LastIndexOf(text));
    }

    private static (string Text, string Part) Prepare(
        ref Evaluator evaluator, string function, ReadOnlySpan<Operand> arguments)
    {
        evaluator.CountText(arguments[0].String.Length);
        return arguments[1].String.Length > 0
            ? (arguments[0].String, arguments[1].String)
            : throw ValueError.Of($"{function}() cannot look for an empty text.");
    }

    private static long CodePointIndex(string text, int unit) =>
        unit <= 0 ? unit : CodePoints.Count(text.AsSpan(0, unit));

    private static Operand Found(string function, long index) => index >= 0
        ? Operand.Of(index)
        : throw ValueError.Of($"{function}() does not find the text; {function.Replace("index", "find")}() gives -1.");
}
