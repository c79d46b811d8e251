using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Paths;

namespace OpenJd.Expressions.Functions;

/// <summary>Properties of paths. Source: expression language §2.3.1.</summary>
internal static class PathProperties
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("__property_name__", "(path) -> string", Name);
        table.Add("__property_stem__", "(path) -> string", Stem);
        table.Add("__property_suffix__", "(path) -> string", Suffix);
        table.Add("__property_suffixes__", "(path) -> list[string]", Suffixes);
        table.Add("__property_parent__", "(path) -> path", Parent);
        table.Add("__property_parts__", "(path) -> list[string]", Parts);
    }

    private static Operand Name(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(NameOf(ref evaluator, arguments[0]));

    private static Operand Stem(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(FileName.Stem(NameOf(ref evaluator, arguments[0])));

    private static Operand Suffix(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(FileName.Suffix(NameOf(ref evaluator, arguments[0])));

    private static Operand Suffixes(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        TextList.Of(ref evaluator, FileName.Suffixes(NameOf(ref evaluator, arguments[0])));

    private static Operand Parent(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.ReserveText(arguments[0].String.Length);
        return Operand.OfPath(PurePath.Parent(arguments[0].String, evaluator.Format));
    }

    private static Operand Parts(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.CountText(arguments[0].String.Length);
        return TextList.Of(ref evaluator, PurePath.Parts(arguments[0].String, evaluator.Format));
    }

    private static string NameOf(ref Evaluator evaluator, Operand path)
    {
        evaluator.ReserveText(path.String.Length);
        return PurePath.Name(path.String, evaluator.Format);
    }
}
