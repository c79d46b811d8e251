using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Values;

/// <summary>Evenly spaced ints.</summary>
/// <param name="Start">The first.</param>
/// <param name="Step">The distance between neighbours; negative where they go down.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct IntSequence(long Start, long Step, int Count)
{
    public long this[int index] => Start + (index * Step);

    public Operand[] ToOperands()
    {
        var operands = new Operand[Count];
        for (var i = 0; i < operands.Length; i++) operands[i] = Operand.Of(this[i]);
        return operands;
    }
}
