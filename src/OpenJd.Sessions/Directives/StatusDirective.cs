namespace OpenJd.Sessions.Directives;

/// <summary><c>openjd_status</c>.</summary>
/// <param name="Message">What the action is doing.</param>
public sealed record StatusDirective(string Message) : Directive;
