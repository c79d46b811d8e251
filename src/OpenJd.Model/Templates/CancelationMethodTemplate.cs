namespace OpenJd.Model.Templates;

/// <summary>How a running action is stopped. Source: template schemas §5.3.</summary>
/// <param name="Mode">
/// <c>TERMINATE</c>, <c>NOTIFY_THEN_TERMINATE</c>, or a format string that resolves to one of them, or to null for no
/// method at all.
/// </param>
/// <param name="NotifyPeriodInSeconds">
/// Seconds between the notification and the end, 1 to 600, written as such or as a format string; null for the default.
/// </param>
public sealed record CancelationMethodTemplate(TemplateString Mode, TemplateString? NotifyPeriodInSeconds);
