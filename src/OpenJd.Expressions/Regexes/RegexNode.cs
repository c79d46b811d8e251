namespace OpenJd.Expressions.Regexes;

/// <summary>A part of a parsed pattern.</summary>
internal abstract record RegexNode
{
    /// <summary>Whether the part can match no character at all.</summary>
    public abstract bool CanBeEmpty { get; }

    /// <summary>One certain character.</summary>
    public sealed record Literal(int CodePoint) : RegexNode
    {
        public override bool CanBeEmpty => false;
    }

    /// <summary>One character of a set.</summary>
    public sealed record Character(CharacterSet Set) : RegexNode
    {
        public override bool CanBeEmpty => false;
    }

    /// <summary>A condition on the place between two characters.</summary>
    public sealed record Anchor(RegexAnchor Kind) : RegexNode
    {
        public override bool CanBeEmpty => true;
    }

    /// <summary>A group whose text is kept.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Inner">What it holds.</param>
    public sealed record Capture(int Number, RegexNode Inner) : RegexNode
    {
        public override bool CanBeEmpty { get; } = Inner.CanBeEmpty;
    }

    /// <summary>Parts one behind the other; nothing for the empty pattern.</summary>
    public sealed record Sequence(IReadOnlyList<RegexNode> Parts) : RegexNode
    {
        public override bool CanBeEmpty { get; } = Parts.All(part => part.CanBeEmpty);
    }

    /// <summary>Parts of which the first one that leads to a match counts.</summary>
    public sealed record Alternatives(IReadOnlyList<RegexNode> Parts) : RegexNode
    {
        public override bool CanBeEmpty { get; } = Parts.Any(part => part.CanBeEmpty);
    }

    /// <summary>A part several times.</summary>
    /// <param name="Inner">The part.</param>
    /// <param name="Min">How often at least.</param>
    /// <param name="Max">How often at most; null for without end.</param>
    /// <param name="Greedy">Whether more repetitions are tried before fewer.</param>
    public sealed record Repetition(RegexNode Inner, int Min, int? Max, bool Greedy) : RegexNode
    {
        public override bool CanBeEmpty { get; } = Min == 0 || Inner.CanBeEmpty;
    }
}
