using System.Text;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Functions;

/// <summary>Conversions between types that are asked for. Source: expression language §2.2.1.</summary>
internal static class ConversionFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("bool", "(bool) -> bool", Same);
        table.Add("bool", "(nulltype) -> bool", BoolOfNull);
        table.Add("bool", "(int) -> bool", BoolOfNumber);
        table.Add("bool", "(float) -> bool", BoolOfNumber);
        table.Add("bool", "(string) -> bool", BoolOfText, NoPath);
        table.Add("string", "(bool | int | float | string | path | range_expr | nulltype) -> string", TextOfScalar);
        table.Add("string", "(list[T]) -> string", TextOfList);
        table.Add("int", "(int) -> int", Same);
        table.Add("int", "(float) -> int", IntOfFloat);
        table.Add("int", "(string) -> int", IntOfText);
        table.Add("float", "(int) -> float", FloatOfNumber);
        table.Add("float", "(float) -> float", FloatOfNumber);
        table.Add("float", "(string) -> float", FloatOfText);
    }

    /// <summary>A path is no text here: what would it be that is not true?</summary>
    private static ExpressionType? NoPath(ReadOnlySpan<ExpressionType> arguments) =>
        arguments[0].Code == ExpressionTypeCode.Path ? null : ExpressionType.Bool;

    private static Operand Same(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) => arguments[0];

    private static Operand BoolOfNull(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) => Operand.False;

    private static Operand BoolOfNumber(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(arguments[0].Number != 0);

    private static Operand BoolOfText(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(TextConversion.ToBool(Counted(ref evaluator, arguments[0])));

    private static Operand TextOfScalar(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        // A range may have very many parts, which are counted as what they take.
        evaluator.ReserveText(arguments[0].MemorySize);
        return Operand.Of(arguments[0].Text);
    }

    private static Operand TextOfList(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var text = new StringBuilder();
        ListWriter.Json.Write(ref evaluator, text, arguments[0].List);
        return ListWriter.Finish(ref evaluator, text);
    }

    private static Operand IntOfFloat(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(TextConversion.ToInt(arguments[0].Float));

    private static Operand IntOfText(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(TextConversion.ToInt(Counted(ref evaluator, arguments[0])));

    private static Operand FloatOfNumber(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.OfFinite(arguments[0].Number);

    private static Operand FloatOfText(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.OfFinite(TextConversion.ToFloat(Counted(ref evaluator, arguments[0])).Value);

    private static string Counted(ref Evaluator evaluator, Operand text)
    {
        evaluator.CountText(text.String.Length);
        return text.String;
    }
}
