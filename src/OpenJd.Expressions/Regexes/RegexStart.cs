namespace OpenJd.Expressions.Regexes;

/// <summary>
/// The ASCII characters that a match can start with; others always may. A search skips what cannot start a match
/// without running the program.
/// </summary>
internal sealed class RegexStart
{
    private readonly bool[] _ascii = new bool[0x80];

    private RegexStart()
    {
    }

    /// <summary>Follows a program from its start; null where it can match without taking a character.</summary>
    public static RegexStart? Of(RegexInstruction[] instructions, IReadOnlyList<CharacterSet> sets)
    {
        var start = new RegexStart();
        var seen = new HashSet<int>();
        var open = new Stack<int>([0]);
        while (open.TryPop(out var place))
        {
            if (!seen.Add(place)) continue;
            var (operation, operand) = instructions[place];
            switch (operation)
            {
                case RegexOperation.Match: return null;
                case RegexOperation.Single: start.Add(codePoint => codePoint == operand); break;
                case RegexOperation.Set: start.Add(sets[operand].Contains); break;
                case RegexOperation.Jump: open.Push(operand); break;
                case RegexOperation.TryNextFirst or RegexOperation.TryOperandFirst:
                    open.Push(operand);
                    open.Push(place + 1);
                    break;
                default: open.Push(place + 1); break;
            }
        }

        return start;
    }

    /// <summary>The next place from an index on where a match may start, or the text's length.</summary>
    public int Next(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && text[index] < 0x80 && !_ascii[text[index]]) index++;
        return index;
    }

    private void Add(Func<int, bool> takes)
    {
        for (var codePoint = 0; codePoint < _ascii.Length; codePoint++) _ascii[codePoint] |= takes(codePoint);
    }
}
