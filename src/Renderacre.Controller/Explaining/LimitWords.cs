using System.Globalization;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;

namespace Renderacre.Controller.Explaining;

/// <summary>Why limits keep tasks waiting, in words: what is held by whom, and what is asked for.</summary>
internal static class LimitWords
{
    /// <summary>A limit has too little left.</summary>
    public static string Full(Obstacle obstacle) => obstacle.Limit is not { } use
        ? $"limit '{obstacle.Name}' is full"
        : $"limit '{obstacle.Name}' is full: {Number(use.Used)} of {use.Row.MaxCount} are held{Holders(use)}"
            + Elsewhere(use.Row) + Headroom(use) + Asked(obstacle);

    /// <summary>A limit is shut for a while.</summary>
    public static string Closed(Obstacle obstacle) => obstacle.Limit?.Row.Closure is not { } closure
        ? $"limit '{obstacle.Name}' is shut for a while"
        : $"limit '{obstacle.Name}' is shut until {closure.Until.ToUtc():yyyy-MM-dd HH:mm:ss} UTC: a task of job "
            + $"'{closure.JobName}' ({closure.Job.ToGuid()}) found no licence"
            + (closure.Message is { } message ? $" ({message})" : "")
            + $"; where there are some again: limits reopen {obstacle.Name}";

    /// <summary>Limits are kept for it.</summary>
    public static string Reserved(Obstacle obstacle) => $"what is given back of limit '{obstacle.Name}' is kept for it"
        + (obstacle.Until is { } until ? $", and should be enough at {until.ToUtc():yyyy-MM-dd HH:mm:ss} UTC" : "");

    /// <summary>More is asked of a limit than it ever has.</summary>
    public static string TooSmall(Obstacle obstacle) =>
        $"it asks for {Number(obstacle.Asked ?? 0)} of the {obstacle.Limit?.Row.MaxCount} of limit '{obstacle.Name}'"
        + (obstacle.Limit is { } use ? Headroom(use) : "") + "; make the limit larger or ask for less";

    private static string Holders(LimitUse use) => use.Holders.Count == 0
        ? ""
        : $", by {string.Join(", ", use.Holders.Select(holder => $"'{holder.Name}' {Number(holder.Held)}"))}";

    private static string Elsewhere(LimitRow row)
    {
        if (row.Source is null)
            return "";
        SourceReport report = row.Report ?? SourceReport.None;
        string told = report.At is { } at
            ? $"; {Number(report.Elsewhere)} are used elsewhere (told {at.ToUtc():yyyy-MM-dd HH:mm:ss} UTC)"
            : "; its source has not told yet what is used elsewhere";
        return told + (report.Failure is { } failure ? $", but its source fails: {failure}" : "");
    }

    private static string Headroom(LimitUse use) => use.Row.Headroom == 0 ? "" : $"; {use.Row.Headroom} are kept free";

    // One is what most ask for: that need not be said.
    private static string Asked(Obstacle obstacle) => obstacle.Asked is null or AmountScale.Factor
        ? ""
        : $"; it asks for {Number(obstacle.Asked.Value)}";

    private static string Number(long scaled) =>
        AmountScale.ToNumber(scaled).ToString("0.###", CultureInfo.InvariantCulture);
}
