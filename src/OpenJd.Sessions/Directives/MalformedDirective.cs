namespace OpenJd.Sessions.Directives;

/// <summary>A line that was meant as a directive and is none.</summary>
/// <param name="Error">What is wrong with it.</param>
/// <param name="ConcernsVariables">
/// Whether it was to set or unset a variable, so that it counts in enter actions only.
/// </param>
/// <param name="FailsAction">Whether the action has failed by it.</param>
/// <param name="HidesValue">Whether the line may hold a secret, so that nothing after its colon is shown.</param>
public sealed record MalformedDirective(
    string Error, bool ConcernsVariables, bool FailsAction, bool HidesValue = false) : Directive;
