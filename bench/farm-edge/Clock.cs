using System.Diagnostics;

namespace Renderacre.Bench.FarmEdge;

/// <summary>Times one client's requests.</summary>
internal sealed class Clock(CancellationToken stop)
{
    public List<double> Times { get; } = [];

    public bool Running => !stop.IsCancellationRequested;

    /// <summary>Times one request, in milliseconds.</summary>
    public async Task<T> TimeAsync<T>(Func<Task<T>> request)
    {
        long start = Stopwatch.GetTimestamp();
        T answer = await request();
        Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }
}
