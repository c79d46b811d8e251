using OpenJd.Expressions.Characters;

namespace OpenJd.Expressions.Regexes;

/// <summary>
/// Reads patterns in the syntax that Python's <c>re</c> and Rust's <c>regex</c> share (§2.2.5), where it means the
/// same in both. All else is refused, also where one of the two would take it.
/// </summary>
internal sealed partial class RegexParser(string pattern)
{
    private const int End = -1;

    private readonly HashSet<string> _groupNames = new(StringComparer.Ordinal);
    private int _position;
    private int _groups;
    private int _nesting;
    private RegexFlags _flags;

    /// <summary>How many capturing groups the pattern has, once it is parsed.</summary>
    public int Groups => _groups;

    /// <summary>Reads the whole pattern.</summary>
    /// <exception cref="RegexException">It is malformed, not portable, or too large.</exception>
    public RegexNode Parse()
    {
        if (pattern.Length == 0) throw new RegexException("A pattern cannot be empty", 0);
        if (pattern.Length > RegexLimits.PatternLengthMax)
            throw new RegexException($"A pattern cannot be longer than {RegexLimits.PatternLengthMax} characters", 0);

        while (pattern.AsSpan(_position).StartsWith("(?") && TryGlobalFlags()) { }
        var node = Alternatives();
        return Peek() == End ? node : throw Error("')' closes no group: write '\\)' for the character");
    }

    private RegexNode Alternatives()
    {
        var parts = new List<RegexNode> { Sequence() };
        while (TryTake('|')) parts.Add(Sequence());
        return parts.Count == 1 ? parts[0] : new RegexNode.Alternatives(parts);
    }

    private RegexNode Sequence()
    {
        var parts = new List<RegexNode>();
        while (Peek() is not (End or '|' or ')')) parts.Add(Repeated());
        return parts.Count == 1 ? parts[0] : new RegexNode.Sequence(parts);
    }

    private RegexNode Repeated()
    {
        var start = _position;
        RegexNode node = Atom();
        if (Peek() is not ('*' or '+' or '?' or '{')) return node;
        if (node is RegexNode.Anchor) throw Error($"'{pattern[start.._position]}' cannot be repeated");
        node = Quantified(node, allowLazy: true);

        // 'a++' repeats the repetition, as the reference does.
        if (Peek() == '+') node = Quantified(node, allowLazy: false);
        return Peek() is '*' or '+' or '?' or '{'
            ? throw Error("A repetition cannot be repeated: put what is to be repeated into a group '(?:...)'")
            : node;
    }

    private RegexNode.Repetition Quantified(RegexNode inner, bool allowLazy)
    {
        var (min, max) = Take() switch
        {
            '*' => (0, (int?)null),
            '+' => (1, null),
            '?' => (0, 1),
            _ => Counts(),
        };
        return new RegexNode.Repetition(inner, min, max, !(allowLazy && TryTake('?')));
    }

    /// <summary><c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>, behind its opening brace.</summary>
    private (int Min, int? Max) Counts()
    {
        var start = _position - 1;
        var min = Number()
            ?? throw Error("'{' starts a repetition such as {2} or {2,5}: write '\\{' for the character", start);
        int? max = min;
        if (TryTake(',')) max = Number();
        if (!TryTake('}')) throw Error("A repetition such as {2,5} ends with '}' and holds no blanks", start);
        return max < min
            ? throw Error($"A repetition from {min} to {max} has its counts the wrong way round", start)
            : (min, max);
    }

    private int? Number()
    {
        var start = _position;
        long number = 0;
        while (Peek() is >= '0' and <= '9') number = Math.Min((number * 10) + Take() - '0', int.MaxValue);
        return _position == start ? null : (int)number;
    }

    private RegexNode Atom()
    {
        var start = _position;
        switch (Peek())
        {
            case '(': return Group();
            case '[': return new RegexNode.Character(Class());
            case '\\': return Escape();
            case '.':
                _position++;
                return new RegexNode.Character(AnyCharacter());
            case '^':
                _position++;
                return new RegexNode.Anchor(Has(RegexFlags.Multiline) ? RegexAnchor.LineStart : RegexAnchor.TextStart);
            case '$':
                _position++;
                return new RegexNode.Anchor(Has(RegexFlags.Multiline) ? RegexAnchor.LineEnd : RegexAnchor.TextEnd);
            case '*' or '+' or '?' or '{':
                throw Error($"'{(char)Peek()}' repeats nothing: write '\\{(char)Peek()}' for the character");
            default:
                return Literal(TakeCodePoint());
        }
    }

    private CharacterSet AnyCharacter() =>
        new(Has(RegexFlags.DotAll) ? [] : [('\n', '\n')], CharacterKinds.None, negated: true, ignoreCase: false);

    private RegexNode Literal(int codePoint)
    {
        if (!Has(RegexFlags.IgnoreCase) || CaseFolding.FamilyOf(codePoint) is not { Count: > 1 } family)
            return new RegexNode.Literal(codePoint);
        var members = family.Select(member => (member, member));
        return new RegexNode.Character(new CharacterSet(members, CharacterKinds.None, false, false));
    }

    private bool Has(RegexFlags flag) => (_flags & flag) != 0;

    private int Peek() => _position < pattern.Length ? pattern[_position] : End;

    private char Take() => pattern[_position++];

    private int TakeCodePoint()
    {
        var codePoint = CodePoints.At(pattern, _position, out var width);
        _position += width;
        return codePoint;
    }

    private bool TryTake(char expected)
    {
        if (Peek() != expected) return false;
        _position++;
        return true;
    }

    private RegexException Error(string problem, int? position = null) => new(problem, position ?? _position);
}
