using OpenJd.Sessions.Environments;

namespace OpenJd.Sessions.Sessions;

/// <summary>
/// Kinds of actions and what the specification gives each by default. Source: template schemas §5, §5.3.2.
/// </summary>
/// <param name="Title">The action's name in messages.</param>
/// <param name="DefaultTimeout">The timeout where the template has none; null for no limit.</param>
/// <param name="DefaultNotifyPeriod">The notify period where the template has none.</param>
internal sealed record ActionPlan(string Title, TimeSpan? DefaultTimeout, TimeSpan DefaultNotifyPeriod)
{
    public static readonly ActionPlan Enter = new("onEnter", null, TimeSpan.FromSeconds(30));
    public static readonly ActionPlan Run = new("onRun", null, TimeSpan.FromSeconds(120));
    public static readonly ActionPlan Exit = new("onExit", TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30));

    /// <summary>The layer that takes the action's variables: an enter action has one.</summary>
    public VariableLayer? LayerOf(EnteredEnvironment environment) => this == Enter ? environment.Variables : null;

    /// <summary>The timeout of an action.</summary>
    public TimeSpan? TimeoutOf(long? seconds) => seconds is { } given ? Seconds(given) : DefaultTimeout;

    // Numbers of seconds beyond what a TimeSpan holds are no limit in practice.
    private static TimeSpan Seconds(long seconds) =>
        seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue / 2;
}
