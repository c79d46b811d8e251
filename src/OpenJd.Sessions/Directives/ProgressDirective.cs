namespace OpenJd.Sessions.Directives;

/// <summary><c>openjd_progress</c>.</summary>
/// <param name="Percent">0 to 100.</param>
public sealed record ProgressDirective(double Percent) : Directive;
