using Renderacre.Farm.Sessions;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Scheduling;

/// <summary>How long units should run, as far as those of their step tell that have run.</summary>
internal static class ExpectedRuns
{
    private const double LongestSeconds = 1e9;
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>When what a session holds should have ended; null where nothing of its step has run.</summary>
    public static FarmTime? EndOf(FarmSession session, FarmTime now)
    {
        if (session.Leases.Count == 0)
            return now;
        if (TimeOf(session.Group, session.Leases.Sum(lease => lease.Granted.Count)) is not { } time)
            return null;
        FarmTime end = (session.Leases[0].StartedAt ?? session.Leases[0].Granted.At).Plus(time);
        return end < now ? now : end;
    }

    /// <summary>How long units of a group should run one by one; null where nothing of its step has run.</summary>
    public static TimeSpan? TimeOf(UnitGroup group, long units)
    {
        if (group.Step.Estimate.Samples == 0)
            return null;
        double seconds = group.Step.Estimate.UnitNanoseconds / NanosecondsPerSecond * units;
        return TimeSpan.FromSeconds(Math.Min(seconds, LongestSeconds));
    }
}
