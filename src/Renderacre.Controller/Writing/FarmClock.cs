using Renderacre.Farm.Time;

namespace Renderacre.Controller.Writing;

/// <summary>
/// The farm's clock: the wall clock at the moment when the farm was loaded, and what has passed since. A wall clock
/// that is set while the controller runs neither ends leases early nor keeps them alive; it counts from the next
/// loading on. Used by the writer alone.
/// </summary>
/// <param name="time">The time.</param>
internal sealed class FarmClock(TimeProvider time)
{
    private FarmTime _start;
    private long _timestamp = time.GetTimestamp();

    /// <summary>The farm's time; it never goes back.</summary>
    public FarmTime Now => _start.Plus(time.GetElapsedTime(_timestamp));

    /// <summary>Sets the clock by the wall clock, but not back.</summary>
    /// <param name="newest">The newest time that is stored.</param>
    public void Set(FarmTime newest)
    {
        FarmTime wall = FarmTime.From(time.GetUtcNow());
        FarmTime now = Now;
        _start = Later(wall, Later(now, newest));
        _timestamp = time.GetTimestamp();
    }

    private static FarmTime Later(FarmTime left, FarmTime right) => left < right ? right : left;
}
