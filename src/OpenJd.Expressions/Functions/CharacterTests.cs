using System.Text;
using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Questions about the characters of a text. Source: expression language §2.2.4.</summary>
internal static class CharacterTests
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("isdigit", "(string) -> bool", IsDigit);
        table.Add("isalpha", "(string) -> bool", IsAlpha);
        table.Add("isalnum", "(string) -> bool", IsAlnum);
        table.Add("isspace", "(string) -> bool", IsSpace);
        table.Add("isupper", "(string) -> bool", IsUpper);
        table.Add("islower", "(string) -> bool", IsLower);
        table.Add("isascii", "(string) -> bool", IsAscii);
    }

    private static Operand IsDigit(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        All(ref evaluator, arguments[0].String, CharacterClasses.IsDigit);

    private static Operand IsAlpha(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        All(ref evaluator, arguments[0].String, CharacterClasses.IsLetter);

    private static Operand IsAlnum(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        All(ref evaluator, arguments[0].String, CharacterClasses.IsLetterOrNumber);

    private static Operand IsSpace(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        All(ref evaluator, arguments[0].String, CharacterClasses.IsSpace);

    private static Operand IsUpper(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        AllCased(ref evaluator, arguments[0].String, CharacterClasses.IsUpper);

    private static Operand IsLower(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        AllCased(ref evaluator, arguments[0].String, CharacterClasses.IsLower);

    private static Operand IsAscii(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.CountText(arguments[0].String.Length);
        return Operand.Of(Ascii.IsValid(arguments[0].String));
    }

    private static Operand All(ref Evaluator evaluator, string text, Func<int, bool> test)
    {
        evaluator.CountText(text.Length);
        for (var index = 0; index < text.Length;)
        {
            if (!test(CodePoints.At(text, index, out var width))) return Operand.False;
            index += width;
        }

        return Operand.Of(text.Length > 0);
    }

    /// <summary>Whether there are characters with case and the test holds for all of them.</summary>
    private static Operand AllCased(ref Evaluator evaluator, string text, Func<int, bool> test)
    {
        evaluator.CountText(text.Length);
        var found = false;
        for (var index = 0; index < text.Length;)
        {
            var codePoint = CodePoints.At(text, index, out var width);
            index += width;
            if (!CharacterClasses.IsCased(codePoint)) continue;
            if (!test(codePoint)) return Operand.False;
            found = true;
        }

        return Operand.Of(found);
    }
}
