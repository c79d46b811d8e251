using Renderacre.Contracts.Limits;

namespace Renderacre.Controller.Limits;

/// <summary>One question to a limit's source.</summary>
/// <param name="Source">The source.</param>
/// <param name="AskedAt">When, as a timestamp of the time provider.</param>
/// <param name="Question">The question, until it is answered and told.</param>
internal sealed record SourceTurn(LimitSource Source, long AskedAt, Task Question)
{
    /// <summary>Whether the limit's source is to be asked again: never before the last question has ended.</summary>
    /// <param name="source">The source that the limit has now.</param>
    /// <param name="time">Tells the time.</param>
    public bool IsDue(LimitSource source, TimeProvider time) => Question.IsCompleted
        && (source != Source || time.GetElapsedTime(AskedAt) >= TimeSpan.FromSeconds(source.IntervalSeconds));
}
