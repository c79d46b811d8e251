using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Paths;

namespace OpenJd.Expressions.Functions;

/// <summary>Operators on paths. Source: expression language §2.1.5.</summary>
internal static class PathOperators
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("__truediv__", "(path, string) -> path", Join);
        table.Add("__truediv__", "(path, path) -> path", Join);
        table.Add("__add__", "(path, string) -> path", Append);
    }

    private static Operand Join(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (parent, child) = (arguments[0].String, arguments[1].String);
        evaluator.ReserveText((long)parent.Length + child.Length + 1);
        return Operand.OfPath(PurePath.Join(parent, child, evaluator.Format));
    }

    private static Operand Append(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (path, suffix) = (arguments[0].String, arguments[1].String);
        evaluator.ReserveText((long)path.Length + suffix.Length);
        return Operand.OfPath(PurePath.Normalize(path + suffix, evaluator.Format));
    }
}
