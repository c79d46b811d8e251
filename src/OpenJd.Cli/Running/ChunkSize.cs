using OpenJd.Expressions.Ranges;
using OpenJd.Model.Jobs;
using Renderacre.Farm.Estimates;

namespace OpenJd.Cli.Running;

/// <summary>
/// How many values a chunk takes, so that it runs as long as is wanted: by the rule of the farm. Source: template
/// schemas §3.4.1.5.
/// </summary>
/// <param name="target">How long a chunk is to run.</param>
internal sealed class ChunkSize(TimeSpan target)
{
    private RunTimeEstimate _estimate;

    /// <summary>The values of a task's chunk; 1 where it has none.</summary>
    public static long CountOf(IReadOnlyList<TaskParameterValue> parameters)
    {
        var chunk = parameters.FirstOrDefault(one => one.Type == TaskParameterType.ChunkInt);
        return chunk.Value is { } text ? RangeExpression.Parse(text).Count : 1;
    }

    /// <summary>Takes note of a chunk that has run.</summary>
    public void Add(long values, TimeSpan duration) => _estimate = _estimate.After(values, duration);

    /// <summary>The size of the next chunk by what those before have taken.</summary>
    /// <param name="current">The size now, which stays while none has run.</param>
    /// <returns>1 or more.</returns>
    public long Next(long current) => _estimate.UnitsIn(target, current);
}
