using OpenJd.Expressions.Ranges;
using OpenJd.Model.Jobs;

namespace OpenJd.Cli.Running;

/// <summary>
/// How many values a chunk takes, so that it runs as long as is wanted. Source: template schemas §3.4.1.5.
/// </summary>
/// <param name="target">How long a chunk is to run.</param>
internal sealed class ChunkSize(TimeSpan target)
{
    // One chunk that took long, or no time, is not to throw the size from one end to the other.
    private const long GrowthMax = 8;
    private static readonly TimeSpan LeastDuration = TimeSpan.FromMilliseconds(1);

    private long _values;
    private TimeSpan _time;

    /// <summary>The values of a task's chunk; 1 where it has none.</summary>
    public static long CountOf(IReadOnlyList<TaskParameterValue> parameters)
    {
        var chunk = parameters.FirstOrDefault(one => one.Type == TaskParameterType.ChunkInt);
        return chunk.Value is { } text ? RangeExpression.Parse(text).Count : 1;
    }

    /// <summary>Takes note of a chunk that has run.</summary>
    public void Add(long values, TimeSpan duration)
    {
        _values += values;
        _time += duration < LeastDuration ? LeastDuration : duration;
    }

    /// <summary>The size of the next chunk by what all have taken so far.</summary>
    /// <param name="current">The size now.</param>
    /// <returns>1 or more, at most eight times the current one; null before any chunk has run.</returns>
    public long? Next(long current) => _values == 0
        ? null
        : Math.Clamp((long)(target * _values / _time), 1, Math.Max(current, current * GrowthMax));
}
