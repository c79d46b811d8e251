using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Taking characters off the ends of a text. Source: expression language §2.2.4.</summary>
internal static class StripFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("strip", "(string) -> string", Strip);
        table.Add("strip", "(string, string) -> string", Strip);
        table.Add("lstrip", "(string) -> string", StripLeft);
        table.Add("lstrip", "(string, string) -> string", StripLeft);
        table.Add("rstrip", "(string) -> string", StripRight);
        table.Add("rstrip", "(string, string) -> string", StripRight);
        table.Add("removeprefix", "(string, string) -> string", RemovePrefix);
        table.Add("removesuffix", "(string, string) -> string", RemoveSuffix);
    }

    private static Operand Strip(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Strip(ref evaluator, arguments, atStart: true, atEnd: true);

    private static Operand StripLeft(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Strip(ref evaluator, arguments, atStart: true, atEnd: false);

    private static Operand StripRight(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Strip(ref evaluator, arguments, atStart: false, atEnd: true);

    private static Operand Strip(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments, bool atStart, bool atEnd)
    {
        var text = arguments[0].String;
        evaluator.ReserveText(text.Length);
        var isOff = arguments.Length == 1 ? CharacterClasses.IsSpace : Among(ref evaluator, arguments[1].String);
        var (start, end) = (0, text.Length);
        while (atStart && start < end && isOff(CodePoints.At(text, start, out var width))) start += width;
        while (atEnd && end > start && isOff(CodePoints.Before(text, end)))
            end -= CodePoints.Before(text, end) > char.MaxValue ? 2 : 1;
        return Operand.Of(text[start..end]);
    }

    private static Func<int, bool> Among(ref Evaluator evaluator, string characters)
    {
        evaluator.CountText(characters.Length);
        var set = new HashSet<int>();
        for (var index = 0; index < characters.Length;)
        {
            set.Add(CodePoints.At(characters, index, out var width));
            index += width;
        }

        return set.Contains;
    }

    private static Operand RemovePrefix(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, prefix) = (arguments[0].String, arguments[1].String);
        evaluator.ReserveText(text.Length);
        return text.StartsWith(prefix, StringComparison.Ordinal) ? Operand.Of(text[prefix.Length..]) : arguments[0];
    }

    private static Operand RemoveSuffix(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, suffix) = (arguments[0].String, arguments[1].String);
        evaluator.ReserveText(text.Length);
        return text.EndsWith(suffix, StringComparison.Ordinal) ? Operand.Of(text[..^suffix.Length]) : arguments[0];
    }
}
