using OpenJd.Expressions.Ranges;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>Numbers of a list, in its order and with those that it repeats.</summary>
internal sealed class ListedSequence(long[] values) : IntegerSequence
{
    private ILookup<long, long>? _places;

    public override long Count => values.Length;

    public override long this[long index] => values[index];

    public override IEnumerable<long> PlacesOf(long value)
    {
        _places ??= values.Index().ToLookup(pair => pair.Item, pair => (long)pair.Index);
        return _places[value];
    }

    public override List<RunBlock> ContiguousRuns()
    {
        var blocks = new List<RunBlock>();
        for (var i = 0; i < values.Length; i++)
            RunBlock.Add(blocks, 1, goesOn: i > 0 && values[i - 1] != long.MaxValue && values[i - 1] + 1 == values[i]);
        return blocks;
    }

    public override string RangeText(long start, long count)
    {
        var distinct = values[(int)start..(int)(start + count)].Distinct();
        return RangeExpression.Parse(string.Join(',', distinct)).ToString();
    }
}
