using System.Text;

namespace OpenJd.Expressions.Regexes;

/// <summary>Groups and flags.</summary>
internal sealed partial class RegexParser
{
    private RegexNode Group()
    {
        var start = _position++;
        if (++_nesting > RegexLimits.NestingMax)
            throw Error($"Groups cannot be nested more than {RegexLimits.NestingMax} deep", start);

        var outerFlags = _flags;
        var number = TryTake('?') ? Special(start) : NextGroup(start);
        var inner = Alternatives();
        if (!TryTake(')')) throw Error("'(' is not closed: write '\\(' for the character", start);
        _flags = outerFlags;
        _nesting--;
        return number is { } capture ? new RegexNode.Capture(capture, inner) : Grouped(inner);
    }

    /// <summary>Keeps a group of one repetition or anchor apart, so that it may be repeated.</summary>
    private static RegexNode Grouped(RegexNode inner) =>
        inner is RegexNode.Anchor ? new RegexNode.Sequence([inner]) : inner;

    private int NextGroup(int start) => ++_groups <= RegexLimits.GroupsMax
        ? _groups
        : throw Error($"A pattern cannot have more than {RegexLimits.GroupsMax} groups: use '(?:...)'", start);

    /// <summary>What stands behind <c>(?</c>; gives the group's number, or null where it captures nothing.</summary>
    private int? Special(int start)
    {
        if (TryTake(':')) return null;
        if (pattern.AsSpan(_position).StartsWith("P<")) return NamedGroup(start);
        if (Peek() is 'i' or 'm' or 's' or 'u' or '-')
        {
            ScopedFlags(start);
            return null;
        }

        throw Error(NotPortable(), start);
    }

    private string NotPortable()
    {
        var rest = pattern.AsSpan(_position);
        if (rest.StartsWith("P=")) return "A pattern cannot refer back to a group";
        if (rest.StartsWith("=") || rest.StartsWith("!")) return "A pattern cannot look ahead";
        if (rest.StartsWith("<=") || rest.StartsWith("<!")) return "A pattern cannot look behind";
        if (rest.StartsWith("<")) return "A named group is written '(?P<name>...)'";
        if (rest.StartsWith("(")) return "A pattern cannot have conditions";
        if (rest.StartsWith("#")) return "A pattern cannot have comments";
        if (rest.StartsWith(">")) return "A pattern cannot have atomic groups";
        if (rest.Length > 0 && char.IsAsciiLetter(rest[0]))
            return $"'{rest[0]}' is not among the flags that are portable: i, m, s and u";
        return "'(?' starts no group that is known: use '(?:...)', '(?P<name>...)' or '(?i:...)'";
    }

    private int NamedGroup(int start)
    {
        _position += "P<".Length;
        var close = pattern.IndexOf('>', _position);
        var name = close < 0 ? "" : pattern[_position..close];
        if (!IsName(name)) throw Error("A group's name is made of letters, digits and '_' and closed by '>'", start);
        if (!_groupNames.Add(name)) throw Error($"Two groups have the name '{name}'", start);
        _position = close + 1;
        return NextGroup(start);
    }

    private static bool IsName(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value != '_' && !Rune.IsLetterOrDigit(rune)) return false;
        }

        return name.Length > 0 && !char.IsDigit(name[0]);
    }

    /// <summary>Flags for the whole pattern, <c>(?i)</c>; they only stand at its start.</summary>
    private bool TryGlobalFlags()
    {
        var start = _position;
        _position += "(?".Length;
        var flags = FlagLetters();
        if (flags != RegexFlags.None && TryTake(')'))
        {
            _flags |= flags;
            return true;
        }

        _position = start;
        return false;
    }

    /// <summary>Flags for one group: <c>(?i:</c>, <c>(?-s:</c> or <c>(?i-s:</c>.</summary>
    private void ScopedFlags(int start)
    {
        var on = FlagLetters();
        var off = RegexFlags.None;
        if (TryTake('-'))
        {
            off = FlagLetters();
            if (off == RegexFlags.None) throw Error("'-' is followed by the flags to take away: i, m or s", start);
            if ((off & RegexFlags.Unicode) != 0) throw Error("The flag 'u' cannot be taken away", start);
        }

        if (Peek() == ')')
            throw Error("Flags for the whole pattern stand at its start; elsewhere use '(?i:...)'", start);
        if (!TryTake(':')) throw Error(NotPortable(), start);
        if ((on & off) != 0) throw Error("A flag is both set and taken away", start);
        _flags = (_flags | on) & ~off;
    }

    private RegexFlags FlagLetters()
    {
        var flags = RegexFlags.None;
        while (FlagOf(Peek()) is var flag && flag != RegexFlags.None)
        {
            if ((flags & flag) != 0) throw Error($"The flag '{(char)Peek()}' is given twice");
            flags |= flag;
            _position++;
        }

        return flags;
    }

    private static RegexFlags FlagOf(int letter) => letter switch
    {
        'i' => RegexFlags.IgnoreCase,
        'm' => RegexFlags.Multiline,
        's' => RegexFlags.DotAll,
        'u' => RegexFlags.Unicode,
        _ => RegexFlags.None,
    };
}
