using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>
/// A dotted name. The longest part of it that is a symbol gives the value, the rest are properties of that; or its
/// first word is a loop variable.
/// </summary>
internal sealed class NameNode : Node
{
    private readonly string[] _words;
    private readonly TextSpan[] _spans;

    // The name and what is left of it without its last word, without its last two, and so on.
    private readonly string[] _prefixes;
    private readonly CallSite?[] _properties;

    /// <summary>Makes a name of words that stand at the given places.</summary>
    public NameNode(TextSpan span, string[] words, TextSpan[] spans)
        : base(span, 1)
    {
        (_words, _spans) = (words, spans);
        _properties = words.Length == 1 ? [] : new CallSite?[words.Length];
        _prefixes = new string[words.Length];
        _prefixes[0] = words.Length == 1 ? words[0] : string.Join('.', words);
    }

    /// <summary>The whole dotted name.</summary>
    public string Name => _prefixes[0];

    public string FirstWord => _words[0];

    /// <summary>The place of the loop variable, or -1 where the name is a symbol.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>Whether properties may follow the symbol; if not, the whole name must be one.</summary>
    public bool IsPlain { get; init; }

    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target)
    {
        if (Slot >= 0) return Properties(ref evaluator, evaluator.Locals[Slot], 1);
        if (evaluator.Symbols.TryGetValue(_prefixes[0], out var value)) return Operand.Of(value);
        if (!IsPlain)
        {
            for (var words = _words.Length - 1; words > 0; words--)
            {
                if (evaluator.Symbols.TryGetValue(Prefix(words), out value))
                    return Properties(ref evaluator, Operand.Of(value), words);
            }
        }

        throw evaluator.Error(this, ExpressionErrorKind.Name, UnknownName.Describe(Name, evaluator.Symbols));
    }

    public override void Print(StringBuilder text) => text.Append(Name);

    private string Prefix(int words) =>
        _prefixes[_words.Length - words] ??= string.Join('.', _words, 0, words);

    private Operand Properties(ref Evaluator evaluator, Operand value, int from)
    {
        for (var i = from; i < _words.Length; i++)
        {
            var site = _properties[i] ??= PropertySite.Create(
                _words[i], Span with { Length = _spans[i].End - Span.Start }, _spans[i].Start);
            value = PropertySite.Get(ref evaluator, site, value);
        }

        return value;
    }
}
