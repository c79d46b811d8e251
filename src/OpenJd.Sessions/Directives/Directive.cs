namespace OpenJd.Sessions.Directives;

/// <summary>A line by which an action tells something. Source: How Jobs Are Run, Stdout/Stderr Messages.</summary>
public abstract record Directive
{
    private protected Directive()
    {
    }
}

/// <summary><c>openjd_progress</c>.</summary>
/// <param name="Percent">0 to 100.</param>
public sealed record ProgressDirective(double Percent) : Directive;

/// <summary><c>openjd_status</c>.</summary>
/// <param name="Message">What the action is doing.</param>
public sealed record StatusDirective(string Message) : Directive;

/// <summary><c>openjd_fail</c>.</summary>
/// <param name="Message">Why the action fails.</param>
public sealed record FailDirective(string Message) : Directive;

/// <summary><c>openjd_env</c>.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Value">Its value.</param>
public sealed record SetVariableDirective(string Name, string Value) : Directive;

/// <summary><c>openjd_unset_env</c>.</summary>
/// <param name="Name">The variable's name.</param>
public sealed record UnsetVariableDirective(string Name) : Directive;

/// <summary>A line that was meant as a directive and is none.</summary>
/// <param name="Error">What is wrong with it.</param>
/// <param name="ConcernsVariables">
/// Whether it was to set or unset a variable, so that it counts in enter actions only.
/// </param>
/// <param name="FailsAction">Whether the action has failed by it.</param>
public sealed record MalformedDirective(string Error, bool ConcernsVariables, bool FailsAction) : Directive;
