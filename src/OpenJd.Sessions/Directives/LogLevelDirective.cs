namespace OpenJd.Sessions.Directives;

/// <summary><c>openjd_session_runtime_loglevel</c>: how much the runtime itself says from now on.</summary>
/// <param name="Level">The least severe level that is still said.</param>
public sealed record LogLevelDirective(SessionLogLevel Level) : Directive;
