using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>
/// Hands out the tasks of a space one after another, in chunks whose size may be set anew before each.
/// For one thread at a time. Source: template schemas §3.4.1.5.
/// </summary>
public sealed class AdaptiveTasks
{
    private readonly SpaceNode? _rest;
    private readonly ChunkAxis _chunked;
    private readonly int _position;
    private readonly TaskParameterValue[] _row;
    private long _restPlace;
    private long _valuePlace;

    internal AdaptiveTasks(SpaceNode? rest, ChunkAxis chunked, int position, int parameterCount)
    {
        (_rest, _chunked, _position) = (rest, chunked, position);
        _row = new TaskParameterValue[parameterCount];
        ChunkSize = chunked.Chunks.DefaultTaskCount;
    }

    /// <summary>
    /// The most values that the next chunk takes, 1 or more; the template's default at first. A CONTIGUOUS chunk takes
    /// fewer where a gap comes, and the last one of a run takes what is left.
    /// </summary>
    public long ChunkSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    }

    /// <summary>Takes the next task.</summary>
    /// <returns>Its parameters in order of definition, or null where all have been taken.</returns>
    public IReadOnlyList<TaskParameterValue>? TakeNext()
    {
        if (_restPlace == (_rest?.Length ?? 1)) return null;
        if (_valuePlace == 0) _rest?.Fill(_restPlace, _row);
        var count = Math.Min(ChunkSize, _chunked.RoomAt(_valuePlace));
        _row[_position] = _chunked.Chunk(_valuePlace, count);
        _valuePlace += count;
        if (_valuePlace == _chunked.ValueCount) (_restPlace, _valuePlace) = (_restPlace + 1, 0);
        return [.. _row];
    }
}
