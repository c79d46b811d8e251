namespace OpenJd.Sessions.Directives;

/// <summary><c>openjd_unset_env</c>.</summary>
/// <param name="Name">The variable's name.</param>
public sealed record UnsetVariableDirective(string Name) : Directive;
