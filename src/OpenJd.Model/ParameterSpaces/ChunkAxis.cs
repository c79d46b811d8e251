using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>The chunks of a CHUNK[INT], found by place without making the others.</summary>
internal sealed class ChunkAxis : ParameterAxis
{
    private readonly List<RunBlock> _blocks;

    // The number of chunks before each block, so that a place finds its block by binary search.
    private readonly long[] _chunksBefore;

    public ChunkAxis(string name, IntegerSequence values, ChunkDefinition chunks)
        : base(name, TaskParameterType.ChunkInt)
    {
        (Values, Chunks) = (values, chunks);
        _blocks = IsContiguous ? values.ContiguousRuns() : [new RunBlock(0, values.Count, 1)];
        _chunksBefore = new long[_blocks.Count];
        for (var i = 0; i < _blocks.Count; i++)
        {
            _chunksBefore[i] = Length;
            Length += _blocks[i].RunCount * SplitOf(_blocks[i]).Count;
        }
    }

    public IntegerSequence Values { get; }

    public ChunkDefinition Chunks { get; }

    /// <summary>The runs of values within which chunks lie.</summary>
    public IReadOnlyList<RunBlock> Runs => _blocks;

    public override long Length { get; }

    public override long ValueCount => Values.Count;

    /// <summary>Whether the scheduler may set the size of each chunk.</summary>
    public bool IsAdaptive => Chunks.TargetRuntimeSeconds > 0;

    private bool IsContiguous => Chunks.Constraint == RangeConstraint.Contiguous;

    /// <summary>The most values from a place on that may stand in one chunk.</summary>
    public long RoomAt(long place)
    {
        var (low, high) = (0, _blocks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_blocks[middle].Start <= place) low = middle;
            else high = middle - 1;
        }

        var block = _blocks[low];
        return block.RunLength - (place - block.Start) % block.RunLength;
    }

    /// <summary>A chunk of given values as a task shows it.</summary>
    public TaskParameterValue Chunk(long place, long count) =>
        new(Name, TaskParameterType.ChunkInt, Text(place, count));

    /// <summary>The chunks that have a number in them, by place.</summary>
    public IEnumerable<long> ChunksWith(long value) => Values.PlacesOf(value).Select(ChunkAt).Distinct();

    public override IEnumerable<long> PlacesOf(string value)
    {
        if (TryParse(value) is not { } range) return [];
        var text = range.ToString();
        return Values.PlacesOf(range[0])
            .Select(ChunkAt)
            .Distinct()
            .Where(chunk => TryParse(TextAt(chunk))?.ToString() == text);
    }

    public override bool Covers(string value)
    {
        if (TryParse(value) is not { } range || range.Count > Values.Count) return false;
        if (IsContiguous && range is not { Parts: [{ Step: 1 }] }) return false;
        for (var i = 0L; i < range.Count; i++)
        {
            if (!Values.PlacesOf(range[i]).Any()) return false;
        }

        return true;
    }

    protected override string TextAt(long index)
    {
        var found = Array.BinarySearch(_chunksBefore, index);
        var at = found >= 0 ? found : ~found - 1;
        var (block, split) = (_blocks[at], SplitOf(_blocks[at]));
        var (run, chunk) = Math.DivRem(index - _chunksBefore[at], split.Count);
        var start = split.StartOf(chunk);
        return Text(block.Start + run * block.RunLength + start, split.StartOf(chunk + 1) - start);
    }

    private string Text(long place, long count) => IsContiguous
        ? FormattableString.Invariant($"{Values[place]}-{Values[place + count - 1]}")
        : Values.RangeText(place, count);

    private long ChunkAt(long place)
    {
        var at = _blocks.FindLastIndex(block => block.Start <= place);
        var (block, split) = (_blocks[at], SplitOf(_blocks[at]));
        var (run, inRun) = Math.DivRem(place - block.Start, block.RunLength);
        return _chunksBefore[at] + run * split.Count + split.ChunkAt(inRun);
    }

    private ChunkSplit SplitOf(RunBlock block) => new(block.RunLength, Chunks.DefaultTaskCount, !IsAdaptive);

    private static RangeExpression? TryParse(string text)
    {
        try
        {
            return RangeExpression.Parse(text);
        }
        catch (ExpressionException)
        {
            return null;
        }
    }
}
