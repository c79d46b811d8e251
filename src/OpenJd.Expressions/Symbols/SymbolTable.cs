using System.Diagnostics.CodeAnalysis;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Symbols;

/// <summary>
/// The values that format strings can refer to, by full dotted name such as <c>Task.Param.Frame</c>.
/// A table may stand upon another one, whose symbols it sees too.
/// </summary>
/// <param name="outer">The table beneath, or null. Its symbols are looked up after this table's own.</param>
public sealed class SymbolTable(SymbolTable? outer = null)
{
    private readonly Dictionary<string, ExpressionValue> _values = new(StringComparer.Ordinal);

    /// <summary>Gives a name a value, in place of the one it had in this table.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <value>The value.</value>
    public ExpressionValue this[string name]
    {
        set => _values[name] = value;
    }

    /// <summary>All names, those of the tables beneath too.</summary>
    public IEnumerable<string> Names =>
        outer is null ? _values.Keys : _values.Keys.Union(outer.Names, StringComparer.Ordinal);

    /// <summary>Looks a name up in this table and then in those beneath.</summary>
    /// <param name="name">The full dotted name, case-sensitive.</param>
    /// <param name="value">The value, where there is one.</param>
    /// <returns>Whether the name is known.</returns>
    public bool TryGetValue(string name, [NotNullWhen(true)] out ExpressionValue? value)
    {
        value = null;
        return _values.TryGetValue(name, out value) || (outer is not null && outer.TryGetValue(name, out value));
    }
}
