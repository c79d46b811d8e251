namespace OpenJd.Sessions.Directives;

/// <summary><c>openjd_fail</c>.</summary>
/// <param name="Message">Why the action fails.</param>
public sealed record FailDirective(string Message) : Directive;
