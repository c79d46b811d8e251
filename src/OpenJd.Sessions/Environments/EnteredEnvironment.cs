using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Files;
using OpenJd.Sessions.Scopes;

namespace OpenJd.Sessions.Environments;

/// <summary>An environment that was entered, or at least tried to be, and is to be left.</summary>
internal sealed class EnteredEnvironment(EnvironmentDefinition definition, EmbeddedFileSet files, ScriptScope scope)
{
    public EnvironmentDefinition Definition => definition;

    public EmbeddedFileSet Files => files;

    public ScriptScope Scope => scope;

    public VariableLayer Variables { get; } = new();

    /// <summary>What its enter action left running, or null.</summary>
    public BackgroundTree? Background { get; set; }

    /// <summary>Whether it has wrap hooks. Source: template schemas §4.3.</summary>
    public bool Wraps => definition.Script is { } script
        && (script.OnWrapEnvEnter ?? script.OnWrapTaskRun ?? script.OnWrapEnvExit) is not null;

    /// <summary>Its action of a kind, or null where it has none.</summary>
    public ActionDefinition? ActionOf(ActionPlan plan) =>
        plan == ActionPlan.Enter ? definition.Script?.OnEnter
        : plan == ActionPlan.Exit ? definition.Script?.OnExit
        : plan == ActionPlan.WrapEnter ? definition.Script?.OnWrapEnvEnter
        : plan == ActionPlan.WrapRun ? definition.Script?.OnWrapTaskRun
        : definition.Script?.OnWrapEnvExit;
}
