namespace OpenJd.Model.Jobs;

/// <summary>How a running action is stopped. Source: template schemas §5.3.</summary>
/// <param name="Mode">The method; of no meaning where there is a <see cref="ModeFormat"/>.</param>
/// <param name="NotifyPeriodSeconds">
/// Seconds between the notification and the end, 1 to 600; null for the specification's default
/// (120 for onRun, 30 for the others).
/// </param>
public sealed record CancelationMethod(CancelationMode Mode, int? NotifyPeriodSeconds)
{
    /// <summary>
    /// A format string in place of the mode, or null. The host resolves it with the target type <c>string?</c>; null
    /// as its result means that no cancelation is defined.
    /// </summary>
    public string? ModeFormat { get; init; }

    /// <summary>
    /// A format string in place of the notify period, or null. In a job it is one that only the host can resolve, with
    /// the target type <c>int?</c>.
    /// </summary>
    public string? NotifyPeriodFormat { get; init; }
}
