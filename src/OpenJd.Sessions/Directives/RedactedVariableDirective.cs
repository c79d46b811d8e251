namespace OpenJd.Sessions.Directives;

/// <summary><c>openjd_redacted_env</c>: a variable whose value is a secret from now on.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Value">Its value.</param>
public sealed record RedactedVariableDirective(string Name, string Value) : Directive;
