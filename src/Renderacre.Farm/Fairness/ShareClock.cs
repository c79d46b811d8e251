using Renderacre.Farm.Time;

namespace Renderacre.Farm.Fairness;

/// <summary>
/// How usage fades: to half in every period of one half-life, in a straight line within it, so that whole numbers do.
/// Instead of letting all that was used fade all the time, what is used now counts for more as a period goes on, and
/// at its end all that was used is halved.
/// </summary>
internal sealed class ShareClock(TimeSpan halfLife)
{
    private const int ShiftMax = 62;
    private readonly long _halfLife = Math.Max(1, (long)halfLife.TotalMicroseconds);

    /// <summary>The period that a moment lies in.</summary>
    public long PeriodOf(FarmTime moment) => moment.Microseconds / _halfLife;

    /// <summary>What a use counts for at the start of a period.</summary>
    /// <param name="used">Slot-milliseconds.</param>
    /// <param name="at">When they were used; not after the period's end.</param>
    /// <param name="period">The period, not before the moment's own.</param>
    public long Worth(long used, FarmTime at, long period)
    {
        long into = at.Microseconds % _halfLife;
        long left = 2 * _halfLife - into;

        // Almost all products fit into 64 bits, which are divided many times faster than 128.
        ulong high = Math.BigMul((ulong)used, (ulong)(2 * _halfLife), out ulong low);
        long worth = high == 0 ? (long)(low / (ulong)left) : (long)((Int128)used * 2 * _halfLife / left);
        return Fade(worth, period - PeriodOf(at));
    }

    /// <summary>What a worth at the start of a moment's period is at that moment.</summary>
    public long WorthNow(long worth, FarmTime now) =>
        (long)((Int128)worth * (2 * (Int128)_halfLife - now.Microseconds % _halfLife) / (2 * (Int128)_halfLife));

    /// <summary>What is left of a worth after some periods.</summary>
    public static long Fade(long worth, long periods) => periods > ShiftMax ? 0 : worth >> (int)periods;
}
