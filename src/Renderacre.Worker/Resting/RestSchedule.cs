using System.Globalization;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Resting;

/// <summary>Tells whether a worker rests: outside its hours, or while somebody uses its machine.</summary>
/// <param name="hours">The hours in which it works, or null for all.</param>
/// <param name="idle">For how long nobody may have used the machine, or null where that is no matter.</param>
/// <param name="now">Whether what runs is given back at once.</param>
/// <param name="time">The clock, and the zone that it hangs in.</param>
internal sealed class RestSchedule(WorkHours? hours, IdleRule? idle, bool now, TimeProvider time)
{
    private DateTimeOffset? _workFrom;

    /// <summary>Looks at the clock and the machine. What it tells stays the same as long as nothing changes.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Why the worker rests, and until when; null where it works.</returns>
    public async Task<WorkerRest?> LookAsync(CancellationToken cancellationToken)
    {
        string? reason = OutsideHours();
        if (reason is null && idle is not null)
            reason = await InUseAsync(idle, cancellationToken);
        return reason is null ? null : new WorkerRest(reason, now) { Until = _workFrom?.ToUniversalTime() };
    }

    private string? OutsideHours()
    {
        DateTimeOffset moment = time.GetUtcNow();
        if (hours is null || hours.Contains(moment, time.LocalTimeZone))
        {
            _workFrom = null;
            return null;
        }

        if (_workFrom is null || _workFrom <= moment)
            _workFrom = hours.NextAfter(moment, time.LocalTimeZone);
        return _workFrom is { } from
            ? string.Create(
                CultureInfo.InvariantCulture, $"outside its hours until {from:ddd yyyy-MM-dd HH:mm zzz} ({Shown})")
            : $"outside its hours, which do not come within two weeks ({Shown})";
    }

    // The reason is bounded on the wire.
    private string Shown => hours?.ToString() is { Length: > 80 } text ? $"{text[..80]}…" : $"{hours}";

    private static async Task<string?> InUseAsync(IdleRule rule, CancellationToken cancellationToken)
    {
        string minutes = rule.Minutes == 1 ? "1 minute" : $"{rule.Minutes} minutes";
        return await rule.Machine.ReadAsync(cancellationToken) switch
        {
            null => "how long nobody has used it cannot be known at the moment",
            { } since when since < TimeSpan.FromMinutes(rule.Minutes) =>
                $"somebody uses it, until nobody has for {minutes}",
            _ => null,
        };
    }
}
