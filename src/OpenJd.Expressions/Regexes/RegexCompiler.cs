namespace OpenJd.Expressions.Regexes;

/// <summary>Turns a parsed pattern into instructions, counted repetitions written out.</summary>
internal sealed class RegexCompiler
{
    private readonly List<RegexInstruction> _instructions = [];
    private readonly Dictionary<CharacterSet, int> _sets = [];

    private RegexCompiler()
    {
    }

    /// <summary>Compiles a pattern.</summary>
    /// <param name="pattern">The parsed pattern.</param>
    /// <param name="groups">How many groups it captures.</param>
    /// <exception cref="RegexException">It has too many states.</exception>
    public static RegexProgram Compile(RegexNode pattern, int groups)
    {
        var compiler = new RegexCompiler();
        compiler.Emit(new RegexNode.Capture(0, pattern));
        compiler.Emit(RegexOperation.Match);
        if ((long)compiler._instructions.Count * groups > RegexLimits.SlotsMax) throw TooLarge();
        RegexInstruction[] instructions = [.. compiler._instructions];
        CharacterSet[] sets = [.. compiler._sets.Keys];
        return new RegexProgram(instructions, sets, groups, RegexStart.Of(instructions, sets));
    }

    private void Emit(RegexNode node)
    {
        switch (node)
        {
            case RegexNode.Literal literal:
                Emit(RegexOperation.Single, literal.CodePoint);
                break;
            case RegexNode.Character character:
                Emit(RegexOperation.Set, NumberOf(character.Set));
                break;
            case RegexNode.Anchor anchor:
                Emit(RegexOperation.Assert, (int)anchor.Kind);
                break;
            case RegexNode.Capture capture:
                Emit(RegexOperation.Save, 2 * capture.Number);
                Emit(capture.Inner);
                Emit(RegexOperation.Save, (2 * capture.Number) + 1);
                break;
            case RegexNode.Sequence sequence:
                foreach (var part in sequence.Parts) Emit(part);
                break;
            case RegexNode.Alternatives alternatives:
                Emit(alternatives);
                break;
            case RegexNode.Repetition repetition:
                Emit(repetition);
                break;
            default:
                throw new InvalidOperationException($"A pattern cannot hold a {node.GetType().Name}.");
        }
    }

    private int NumberOf(CharacterSet set)
    {
        if (!_sets.TryGetValue(set, out var number)) _sets[set] = number = _sets.Count;
        return number;
    }

    private void Emit(RegexNode.Alternatives alternatives)
    {
        var ends = new List<int>();
        foreach (var part in alternatives.Parts.SkipLast(1))
        {
            var choice = Emit(RegexOperation.TryNextFirst);
            Emit(part);
            ends.Add(Emit(RegexOperation.Jump));
            PointHere(choice);
        }

        Emit(alternatives.Parts[^1]);
        ends.ForEach(PointHere);
    }

    private void Emit(RegexNode.Repetition repetition)
    {
        if (!TryEmitCopies(repetition.Inner, repetition.Max is null ? repetition.Min - 1 : repetition.Min)) return;
        if (repetition.Max is { } max) EmitOptional(repetition, max - repetition.Min);
        else if (repetition.Min > 0) EmitLoop(repetition);
        else EmitStar(repetition);
    }

    /// <summary>Says false where a copy has no instructions and so the number of copies does not matter.</summary>
    private bool TryEmitCopies(RegexNode node, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var before = _instructions.Count;
            Emit(node);
            if (_instructions.Count == before) return false;
        }

        return true;
    }

    private void EmitOptional(RegexNode.Repetition repetition, int count)
    {
        var choices = new List<int>();
        for (var i = 0; i < count; i++)
        {
            choices.Add(EmitChoice(repetition.Greedy));
            Emit(repetition.Inner);
            if (choices[^1] == _instructions.Count - 1) break;
        }

        choices.ForEach(PointHere);
    }

    private void EmitLoop(RegexNode.Repetition repetition)
    {
        var start = _instructions.Count;
        Emit(repetition.Inner);
        Emit(repetition.Greedy ? RegexOperation.TryOperandFirst : RegexOperation.TryNextFirst, start);
    }

    /// <summary>
    /// <c>x*</c> as a loop that is entered by choice. An <c>x</c> that can be empty is looped as <c>(x+)?</c>, else
    /// an empty pass would end the loop before its other ways are tried.
    /// </summary>
    private void EmitStar(RegexNode.Repetition repetition)
    {
        var choice = EmitChoice(repetition.Greedy);
        if (repetition.Inner.CanBeEmpty)
        {
            EmitLoop(repetition);
        }
        else
        {
            Emit(repetition.Inner);
            Emit(RegexOperation.Jump, choice);
        }

        PointHere(choice);
    }

    /// <summary>A choice between what follows and a place that is set later.</summary>
    private int EmitChoice(bool followFirst) =>
        Emit(followFirst ? RegexOperation.TryNextFirst : RegexOperation.TryOperandFirst);

    private int Emit(RegexOperation operation, int operand = 0)
    {
        if (_instructions.Count >= RegexLimits.StatesMax) throw TooLarge();
        _instructions.Add(new RegexInstruction(operation, operand));
        return _instructions.Count - 1;
    }

    private void PointHere(int place) =>
        _instructions[place] = _instructions[place] with { Operand = _instructions.Count };

    private static RegexException TooLarge() => new(
        $"The pattern is too large: written out it has more than {RegexLimits.StatesMax} states", 0);
}
