using System.Text;
using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Upper and lower case. Source: expression language §2.2.4.</summary>
internal static class CaseFunctions
{
    // One letter becomes three at most.
    private const int GrowthMax = 3;

    // Beyond ASCII letters are mapped one by one, which costs this much more than working through a text.
    private const int LettersPerOperation = 16;

    public static void AddTo(FunctionTable table)
    {
        table.Add("upper", "(string) -> string", Upper);
        table.Add("lower", "(string) -> string", Lower);
        table.Add("capitalize", "(string) -> string", Capitalize);
        table.Add("title", "(string) -> string", Title);
    }

    private static Operand Upper(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Map(ref evaluator, arguments[0].String, TextCase.ToUpper);

    private static Operand Lower(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Map(ref evaluator, arguments[0].String, TextCase.ToLower);

    private static Operand Capitalize(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Map(ref evaluator, arguments[0].String, TextCase.Capitalize);

    private static Operand Title(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Map(ref evaluator, arguments[0].String, TextCase.ToTitle);

    private static Operand Map(ref Evaluator evaluator, string text, Func<string, string> mapping)
    {
        if (Ascii.IsValid(text))
        {
            evaluator.ReserveText(text.Length);
        }
        else
        {
            evaluator.CountElements(text.Length / LettersPerOperation);
            evaluator.ReserveText(GrowthMax * (long)text.Length);
        }

        return Operand.Of(mapping(text));
    }
}
