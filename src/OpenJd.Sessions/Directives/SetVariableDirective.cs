namespace OpenJd.Sessions.Directives;

/// <summary><c>openjd_env</c>.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Value">Its value.</param>
public sealed record SetVariableDirective(string Name, string Value) : Directive;
