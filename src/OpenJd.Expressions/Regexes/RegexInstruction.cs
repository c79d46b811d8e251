namespace OpenJd.Expressions.Regexes;

/// <summary>What one instruction of a <see cref="RegexProgram"/> does.</summary>
internal enum RegexOperation : byte
{
    /// <summary>Takes the one code point <see cref="RegexInstruction.Operand"/>.</summary>
    Single,

    /// <summary>Takes a code point of the set number <see cref="RegexInstruction.Operand"/>.</summary>
    Set,

    /// <summary>Goes on at the next place and, where that leads nowhere, at the operand.</summary>
    TryNextFirst,

    /// <summary>Goes on at the operand and, where that leads nowhere, at the next place.</summary>
    TryOperandFirst,

    /// <summary>Goes on at the operand.</summary>
    Jump,

    /// <summary>Remembers the place in the text as the slot with the operand's number.</summary>
    Save,

    /// <summary>Goes on if the <see cref="RegexAnchor"/> with the operand's number holds.</summary>
    Assert,

    /// <summary>The pattern is matched.</summary>
    Match,
}

/// <summary>One instruction of a <see cref="RegexProgram"/>.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Operand">A code point, set, place, slot or anchor.</param>
internal readonly record struct RegexInstruction(RegexOperation Operation, int Operand = 0);
