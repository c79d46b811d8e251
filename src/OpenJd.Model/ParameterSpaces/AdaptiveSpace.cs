using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>
/// The tasks of a space whose chunks the scheduler cuts: by index and apart, the chunked parameter moving fastest
/// wherever it is named. Safe for use from several threads. Source: template schemas §3.4.1.5.
/// </summary>
public sealed class AdaptiveSpace
{
    private readonly SpaceNode? _rest;
    private readonly ChunkAxis _chunked;
    private readonly IReadOnlyList<ParameterAxis> _axes;
    private readonly int _position;

    internal AdaptiveSpace(SpaceNode? rest, ChunkAxis chunked, List<ParameterAxis> axes) =>
        (_rest, _chunked, _axes, _position) = (rest, chunked, axes, axes.IndexOf(chunked));

    /// <summary>How many tasks there are, 1 to <see cref="ParameterSpace.MaxLength"/>.</summary>
    public long TaskCount => (_rest?.Length ?? 1) * _chunked.ValueCount;

    /// <summary>How its template wants chunks.</summary>
    public ChunkDefinition Chunks => _chunked.Chunks;

    /// <summary>
    /// The runs of values within which chunks are cut: no chunk reaches over an end of one. They cover the values of
    /// the chunked parameter once; tasks repeat them for each combination of the other parameters.
    /// </summary>
    public IReadOnlyList<RunBlock> Runs => _chunked.Runs;

    /// <summary>The parameters in order of definition, as their values lie in the order of tasks.</summary>
    public IReadOnlyList<SpaceAxis> Axes =>
    [
        .. _axes.Select(axis => axis == _chunked
            ? new SpaceAxis(axis, 1, true)
            : new SpaceAxis(axis, _rest!.StrideOf(axis)!.Value * _chunked.ValueCount, false)), // Others are the rest.
    ];

    /// <summary>The most tasks from one on that may stand in one chunk, 1 or more.</summary>
    /// <param name="first">The task's index, from 0 to <see cref="TaskCount"/> - 1.</param>
    public long RoomAt(long first) => _chunked.RoomAt(first % _chunked.ValueCount);

    /// <summary>The parameters of a chunk, in order of definition.</summary>
    /// <param name="first">Index of its first task, from 0 to <see cref="TaskCount"/> - 1.</param>
    /// <param name="count">How many tasks, from 1 to <see cref="RoomAt"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such chunk.</exception>
    public IReadOnlyList<TaskParameterValue> Chunk(long first, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, TaskCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, RoomAt(first));
        var (restPlace, valuePlace) = Math.DivRem(first, _chunked.ValueCount);
        var row = new TaskParameterValue[_axes.Count];
        _rest?.Fill(restPlace, row);
        row[_position] = _chunked.Chunk(valuePlace, count);
        return row;
    }
}
