using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Filling texts up to a width in code points. Source: expression language §2.2.4.</summary>
internal static class PaddingFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("ljust", "(string, int) -> string", JustifyLeft);
        table.Add("rjust", "(string, int) -> string", JustifyRight);
        table.Add("center", "(string, int) -> string", Center);
        table.Add("zfill", "(string, int) -> string", ZeroFill);
        table.Add("zfill", "(int, int) -> string", ZeroFill);
        table.Add("zfill", "(float, int) -> string", ZeroFill);
    }

    private static Operand JustifyLeft(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var text = arguments[0].String;
        var missing = Missing(ref evaluator, text, arguments[1].Int);
        return Operand.Of(text.PadRight(text.Length + missing));
    }

    private static Operand JustifyRight(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var text = arguments[0].String;
        var missing = Missing(ref evaluator, text, arguments[1].Int);
        return Operand.Of(text.PadLeft(text.Length + missing));
    }

    private static Operand Center(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, width) = (arguments[0].String, arguments[1].Int);
        var missing = Missing(ref evaluator, text, width);

        // As in Python, the odd blank stands on the left where the width is odd too.
        var left = (missing / 2) + (missing & (int)(width & 1));
        return Operand.Of(text.PadLeft(text.Length + left).PadRight(text.Length + missing));
    }

    private static Operand ZeroFill(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var text = arguments[0].Text;
        var missing = Missing(ref evaluator, text, arguments[1].Int);
        var sign = text.StartsWith('-') || text.StartsWith('+') ? 1 : 0;
        return Operand.Of(string.Concat(text.AsSpan(0, sign), new string('0', missing), text.AsSpan(sign)));
    }

    /// <summary>How many characters are missing, which the limits have been asked about.</summary>
    private static int Missing(ref Evaluator evaluator, string text, long width)
    {
        evaluator.CountText(text.Length);
        var missing = Math.Min(int.MaxValue, Math.Max(0, width - CodePoints.Count(text)));
        evaluator.ReserveText(Sizes.Product(1, text.Length + missing));
        return (int)missing;
    }
}
