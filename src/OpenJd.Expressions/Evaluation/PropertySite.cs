using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Functions;

namespace OpenJd.Expressions.Evaluation;

/// <summary>Reads properties, which are functions of one argument (§1.3.3).</summary>
internal static class PropertySite
{
    public static CallSite Create(string name, TextSpan span, int caret) =>
        new(CallKind.Property, name, FunctionLibrary.FindProperty(name), span, caret);

    public static Operand Get(ref Evaluator evaluator, CallSite site, Operand value)
    {
        var mark = evaluator.Memory;
        var buffer = default(ArgumentBuffer);
        buffer[0] = value;
        Span<Operand> arguments = buffer;
        return evaluator.Settle(mark, site.Invoke(ref evaluator, arguments[..1]), site);
    }
}
