namespace OpenJd.Model.Jobs;

/// <summary>How a running action is stopped. Source: template schemas §5.3.</summary>
/// <param name="Mode">The method.</param>
/// <param name="NotifyPeriodSeconds">
/// Seconds between the notification and the end, 1 to 600; null for the specification's default
/// (120 for onRun, 30 for the others).
/// </param>
public sealed record CancelationMethod(CancelationMode Mode, int? NotifyPeriodSeconds);
