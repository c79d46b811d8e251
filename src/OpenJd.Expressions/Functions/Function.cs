using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Functions;

/// <summary>A function of the library with all its signatures.</summary>
/// <param name="name">The name, such as <c>upper</c>, <c>__add__</c> or <c>__property_stem__</c>.</param>
internal sealed class Function(string name)
{
    private static readonly Widening[] Attempts = [Widening.None, Widening.All];
    private static readonly Widening[] MethodAttempts = [Widening.None, Widening.AllButFirst];
    private readonly List<Overload> _overloads = [];

    public string Name => name;

    public IReadOnlyList<Overload> Overloads => _overloads;

    /// <summary>Whether it exists in the host context only.</summary>
    public bool IsHostOnly { get; init; }

    public void Add(Overload overload) => _overloads.Add(overload);

    /// <summary>
    /// The overload for arguments of known types: one whose types match as they are goes before one that needs a
    /// conversion, and one without type variables before one with.
    /// </summary>
    /// <returns>The overload and the result's type; nothing where none matches.</returns>
    public (Overload Overload, ExpressionType Result)? Resolve(ReadOnlySpan<ExpressionType> types, bool isMethod)
    {
        foreach (var isGeneric in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var widening in isMethod ? MethodAttempts : Attempts)
            {
                foreach (var overload in _overloads)
                {
                    if (overload.IsGeneric == isGeneric && overload.Match(types, widening) is { } result)
                        return (overload, result);
                }
            }
        }

        return null;
    }
}
