using System.Collections.Frozen;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Functions;

/// <summary>Collects the functions of the library while it is set up.</summary>
/// <remarks>
/// <para>How a function is added: it belongs to a family, <c>Functions/&lt;Family&gt;Functions.cs</c>, a static class
/// with a method <c>AddTo(FunctionTable)</c> that <see cref="FunctionLibrary"/> calls. That method has one line for
/// each signature of the specification, spelled as there, with the method that computes it:</para>
/// <code>table.Add("abs", "(int) -> int", AbsOfInt);</code>
/// <para>The method is a <see cref="FunctionBody"/>. Its arguments have the signature's types, are never unresolved,
/// and null only where the signature says <c>T?</c>. The call itself is counted for it; before it goes through elements
/// it calls <see cref="Evaluator.CountElements(long)"/>, before it works through a text <see
/// cref="Evaluator.CountText"/>, and before it builds something whose size depends on the arguments <see
/// cref="Evaluator.ReserveList"/> or
/// <see cref="Evaluator.ReserveText"/>, which count and check memory at once. What is wrong with the values it throws
/// as
/// <c>ValueError.Of("…")</c>.</para>
/// <para>Type variables <c>T</c>, <c>T1</c>, <c>T2</c>, <c>T3</c> match any type and are put into the result's. Where
/// that does not say the result's type, a <see cref="ResultRule"/> does. Properties are named <c>__property_stem__</c>.
/// Conversions of arguments (int to float, path to string, …) are done before the method is called.</para>
/// </remarks>
internal sealed class FunctionTable
{
    private readonly Dictionary<string, Function> _functions = new(StringComparer.Ordinal);

    /// <summary>Adds a signature to a function.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="signature">Parameters and result as in <c>(list[T], int) -> T</c>.</param>
    /// <param name="body">What computes it.</param>
    /// <param name="resultRule">What says the result's type where the signature does not, or null.</param>
    public void Add(string name, string signature, FunctionBody body, ResultRule? resultRule = null) =>
        Get(name, isHostOnly: false).Add(Read(signature, body, resultRule));

    /// <summary>Adds a signature to a function that only the host context has.</summary>
    public void AddForHost(string name, string signature, FunctionBody body) =>
        Get(name, isHostOnly: true).Add(Read(signature, body, null));

    public FrozenDictionary<string, Function> ToFrozen() => _functions.ToFrozenDictionary(StringComparer.Ordinal);

    private static Overload Read(string signature, FunctionBody body, ResultRule? resultRule)
    {
        var arrow = signature.LastIndexOf("->", StringComparison.Ordinal);
        var inside = signature[1..signature.LastIndexOf(')', arrow)];
        var parameters = inside.Length == 0 ? [] : inside.Split(',').Select(ExpressionType.Parse);
        return new Overload([.. parameters], ExpressionType.Parse(signature[(arrow + 2)..]), body, resultRule);
    }

    private Function Get(string name, bool isHostOnly)
    {
        if (_functions.TryGetValue(name, out var function)) return function;
        return _functions[name] = new Function(name) { IsHostOnly = isHostOnly };
    }
}
