using OpenJd.Expressions.Characters;

namespace OpenJd.Expressions.Regexes;

/// <summary>
/// Searches a text for a pattern in time linear in the text: all ways through the program move over the text side
/// by side, ordered by which one a backtracking search would try first. One matcher serves many searches, one at
/// a time.
/// </summary>
internal sealed class RegexMatcher
{
    private const int StepsPerPayment = 4096;

    // Skipping a character that cannot start a match is this much cheaper than a step.
    private const int SkipsPerStep = 16;

    private readonly RegexProgram _program;
    private readonly IRegexBudget _budget;
    private readonly int _slotCount;
    private readonly int[] _slots;
    private readonly int[] _best;
    private readonly Stack<(int Place, int Slot, int Value)> _open = new();
    private RegexThreads _now;
    private RegexThreads _next;
    private long _steps;

    /// <summary>Makes a matcher.</summary>
    /// <param name="program">The pattern.</param>
    /// <param name="withGroups">Whether groups are wanted; without them only the match itself is found.</param>
    /// <param name="budget">Who pays.</param>
    public RegexMatcher(RegexProgram program, bool withGroups, IRegexBudget budget)
    {
        (_program, _budget) = (program, budget);
        _slotCount = withGroups ? 2 * (program.Groups + 1) : 2;
        (_slots, _best) = (new int[_slotCount], new int[_slotCount]);
        _now = new RegexThreads(program.Instructions.Length, _slotCount);
        _next = new RegexThreads(program.Instructions.Length, _slotCount);
    }

    /// <summary>
    /// Start and end of the last match, then of each group; -1 for a group that took no part. Indices are of UTF-16
    /// units.
    /// </summary>
    public ReadOnlySpan<int> Slots => _best;

    /// <summary>Looks for the first match from a place on.</summary>
    /// <param name="text">The whole text, which anchors see.</param>
    /// <param name="start">Where to start, 0 to the text's length.</param>
    /// <param name="onlyThere">Whether the match has to start just there.</param>
    /// <returns>Whether there is one; <see cref="Slots"/> then tells where.</returns>
    public bool Find(string text, int start, bool onlyThere)
    {
        var found = Run(text, start, onlyThere);
        Pay();
        return found;
    }

    private bool Run(string text, int start, bool onlyThere)
    {
        var found = false;
        _now.Clear();
        for (var index = start; ;)
        {
            if (_now.Count == 0)
            {
                if (found || (onlyThere && index > start)) return found;
                if (!onlyThere) index = Skip(text, index);
            }

            if (!found && (!onlyThere || index == start)) AddStart(text, index);
            var width = 1;
            var codePoint = index < text.Length ? CodePoints.At(text, index, out width) : -1;
            found |= Step(text, index, codePoint, width);
            if (codePoint < 0) return found;
            (_now, _next) = (_next, _now);
            index += width;
        }
    }

    private int Skip(string text, int index)
    {
        if (_program.Starts is null) return index;
        var next = _program.Starts.Next(text, index);
        _steps += (next - index) / SkipsPerStep;
        return next;
    }

    private void AddStart(string text, int index)
    {
        Array.Fill(_slots, -1);
        Follow(_now, 0, text, index);
    }

    /// <summary>Moves all threads over one code point, or none at the text's end; says whether one matched.</summary>
    private bool Step(string text, int index, int codePoint, int width)
    {
        _next.Clear();
        _steps += _now.Count + 1;
        if (_steps >= StepsPerPayment) Pay();
        for (var i = 0; i < _now.Count; i++)
        {
            var place = _now.PlaceAt(i);
            var (operation, operand) = _program.Instructions[place];
            if (operation == RegexOperation.Match)
            {
                // What comes later in the order has a lower rank than this match.
                _now.SlotsOf(place).CopyTo(_best);
                return true;
            }

            var taken = operation == RegexOperation.Single
                ? codePoint == operand
                : codePoint >= 0 && _program.Sets[operand].Contains(codePoint);
            if (!taken) continue;
            _now.SlotsOf(place).CopyTo(_slots);
            Follow(_next, place + 1, text, index + width);
        }

        return false;
    }

    /// <summary>Adds all places that can be reached without taking a character, in the order of their rank.</summary>
    private void Follow(RegexThreads threads, int start, string text, int index)
    {
        _open.Push((start, -1, 0));
        while (_open.TryPop(out var entry))
        {
            if (entry.Slot >= 0) _slots[entry.Slot] = entry.Value;
            else FollowOne(threads, entry.Place, text, index);
        }
    }

    private void FollowOne(RegexThreads threads, int place, string text, int index)
    {
        while (threads.TryAdd(place))
        {
            _steps++;
            var (operation, operand) = _program.Instructions[place];
            switch (operation)
            {
                case RegexOperation.Jump:
                    place = operand;
                    break;
                case RegexOperation.TryNextFirst:
                    _open.Push((operand, -1, 0));
                    place++;
                    break;
                case RegexOperation.TryOperandFirst:
                    _open.Push((place + 1, -1, 0));
                    place = operand;
                    break;
                case RegexOperation.Save:
                    Save(operand, index);
                    place++;
                    break;
                case RegexOperation.Assert:
                    if (!Holds((RegexAnchor)operand, text, index)) return;
                    place++;
                    break;
                default:
                    threads.Keep(place, _slots);
                    return;
            }
        }
    }

    /// <summary>Sets a slot until the ways that start here are followed.</summary>
    private void Save(int slot, int index)
    {
        if (slot >= _slotCount) return;
        _open.Push((0, slot, _slots[slot]));
        _slots[slot] = index;
    }

    private static bool Holds(RegexAnchor anchor, string text, int index) => anchor switch
    {
        RegexAnchor.TextStart => index == 0,
        RegexAnchor.TextEnd => index == text.Length,
        RegexAnchor.LineStart => index == 0 || text[index - 1] == '\n',
        RegexAnchor.LineEnd => index == text.Length || text[index] == '\n',
        RegexAnchor.WordBoundary => WordBefore(text, index) != WordAt(text, index),
        RegexAnchor.NoWordBoundary => WordBefore(text, index) == WordAt(text, index),
    };

    private static bool WordBefore(string text, int index) =>
        index > 0 && CharacterClasses.IsPatternWord(CodePoints.Before(text, index));

    private static bool WordAt(string text, int index) =>
        index < text.Length && CharacterClasses.IsPatternWord(CodePoints.At(text, index, out _));

    private void Pay()
    {
        var steps = _steps;
        _steps = 0;
        _budget.Pay(steps);
    }
}
