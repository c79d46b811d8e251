using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>
/// Hands out the tasks of a space one after another, in chunks whose size may be set anew before each.
/// For one thread at a time. Source: template schemas §3.4.1.5.
/// </summary>
public sealed class AdaptiveTasks
{
    private readonly AdaptiveSpace _space;
    private long _next;

    internal AdaptiveTasks(AdaptiveSpace space) => (_space, ChunkSize) = (space, space.Chunks.DefaultTaskCount);

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
        if (_next == _space.TaskCount) return null;
        var count = Math.Min(ChunkSize, _space.RoomAt(_next));
        var chunk = _space.Chunk(_next, count);
        _next += count;
        return chunk;
    }
}
