using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Syntax;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>
/// A dotted name. The longest part of it that is a symbol gives the value, the rest are properties of that; or its
/// first word is a loop variable.
/// </summary>
internal sealed class NameNode : Node
{
    // The name and what is left of it without its last word, without its last two, and so on.
    private readonly string[] _prefixes;
    private readonly CallSite?[] _properties;
    private readonly string _text;

    /// <summary>Makes a name of words that stand in a text.</summary>
    public NameNode(string text, Token[] words)
        : base(new TextSpan(words[0].Start, words[^1].End - words[0].Start), 1)
    {
        (_text, Words) = (text, words);
        _properties = words.Length == 1 ? [] : new CallSite?[words.Length];
        _prefixes = new string[words.Length];
        _prefixes[0] = Join(words.Length);
    }

    /// <summary>The whole dotted name.</summary>
    public string Name => _prefixes[0];

    public string FirstWord => Prefix(1);

    /// <summary>Its words, as they stand in the text.</summary>
    public Token[] Words { get; }

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
            for (var words = Words.Length - 1; words > 0; words--)
            {
                if (evaluator.Symbols.TryGetValue(Prefix(words), out value))
                    return Properties(ref evaluator, Operand.Of(value), words);
            }
        }

        throw evaluator.Error(this, ExpressionErrorKind.Name, UnknownName.Describe(Name, evaluator.Symbols));
    }

    public override void Print(StringBuilder text) => text.Append(Name);

    private string Prefix(int words) =>
        _prefixes[Words.Length - words] ??= Join(words);

    private string Join(int words)
    {
        if (words == 1) return Word(0);
        var joined = new StringBuilder();
        for (var i = 0; i < words; i++) joined.Append(i > 0 ? "." : "").Append(Word(i));
        return joined.ToString();
    }

    private string Word(int index) => _text.Substring(Words[index].Start, Words[index].Length);

    private Operand Properties(ref Evaluator evaluator, Operand value, int from)
    {
        for (var i = from; i < Words.Length; i++)
        {
            var site = _properties[i] ??= PropertySite.Create(
                Word(i), Span with { Length = Words[i].End - Span.Start }, Words[i].Start);
            value = PropertySite.Get(ref evaluator, site, value);
        }

        return value;
    }
}
