using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Taking texts apart and putting them together. Source: expression language §2.2.4.</summary>
internal static class SplitFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("split", "(string) -> list[string]", SplitAtSpace);
        table.Add("split", "(string, string) -> list[string]", Split);
        table.Add("split", "(string, string, int) -> list[string]", Split);
        table.Add("rsplit", "(string) -> list[string]", SplitAtSpace);
        table.Add("rsplit", "(string, string) -> list[string]", SplitFromRight);
        table.Add("rsplit", "(string, string, int) -> list[string]", SplitFromRight);
        table.Add("join", "(list[string], string) -> string", Join);
        table.Add("join", "(list[path], string) -> string", Join);
    }

    /// <summary>Splits at runs of white space; an empty text has no parts.</summary>
    private static Operand SplitAtSpace(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var text = arguments[0].String;
        evaluator.CountText(text.Length);
        var parts = new TextList();
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            // No white space lies beyond 16 bits.
            if (index < text.Length && !CharacterClasses.IsSpace(text[index])) continue;
            if (index > start) parts.Add(ref evaluator, text[start..index]);
            start = index + 1;
        }

        return parts.Build();
    }

    private static Operand Split(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, separator, splits) = Prepare(ref evaluator, arguments);
        var parts = new TextList();
        var search = new TextSearch(separator);
        var start = 0;
        while (parts.Count < splits && search.IndexOf(text.AsSpan(start)) is var at and >= 0)
        {
            parts.Add(ref evaluator, text.Substring(start, at));
            start += at + separator.Length;
        }

        parts.Add(ref evaluator, text[start..]);
        return parts.Build();
    }

    private static Operand SplitFromRight(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, separator, splits) = Prepare(ref evaluator, arguments);
        var parts = new TextList();
        var search = new TextSearch(separator);
        var end = text.Length;
        while (parts.Count < splits && search.LastIndexOf(text.AsSpan(0, end)) is var at and >= 0)
        {
            parts.Add(ref evaluator, text[(at + separator.Length)..end]);
            end = at;
        }

        parts.Add(ref evaluator, text[..end]);
        return parts.Build(reversed: true);
    }

    /// <summary>A negative number of splits is no bound.</summary>
    private static (string Text, string Separator, long Splits) Prepare(
        ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, separator) = (arguments[0].String, arguments[1].String);
        evaluator.CountText(text.Length);
        if (separator.Length == 0) throw ValueError.Of("A text cannot be split at an empty separator.");
        return (text, separator, arguments.Length < 3 || arguments[2].Int < 0 ? long.MaxValue : arguments[2].Int);
    }

    private static Operand Join(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (items, separator) = (arguments[0].List, arguments[1].String);
        evaluator.CountElements(items.Count);
        var length = (long)separator.Length * Math.Max(0, items.Count - 1);
        foreach (var item in items.Elements) length += item.String.Length;
        evaluator.ReserveText(Sizes.Product(1, length));
        return Operand.Of(string.Join(separator, Texts(items.Elements)));
    }

    private static string[] Texts(ReadOnlySpan<Operand> items)
    {
        var texts = new string[items.Length];
        for (var i = 0; i < texts.Length; i++) texts[i] = items[i].String;
        return texts;
    }
}
