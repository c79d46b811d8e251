namespace OpenJd.Sessions.Actions;

/// <summary>
/// Kinds of actions and what the specification gives each by default. Source: template schemas §5, §5.3.2.
/// </summary>
/// <param name="Title">The action's name in messages.</param>
/// <param name="DefaultTimeout">The timeout where the template has none; null for no limit.</param>
/// <param name="DefaultNotifyPeriod">The notify period where the template has none.</param>
internal sealed record ActionPlan(string Title, TimeSpan? DefaultTimeout, TimeSpan DefaultNotifyPeriod)
{
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RunNotifyPeriod = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OtherNotifyPeriod = TimeSpan.FromSeconds(30);

    public static readonly ActionPlan Enter = new("onEnter", null, OtherNotifyPeriod);
    public static readonly ActionPlan Run = new("onRun", null, RunNotifyPeriod);
    public static readonly ActionPlan Exit = new("onExit", ExitTimeout, OtherNotifyPeriod);
    public static readonly ActionPlan WrapEnter = new("onWrapEnvEnter", null, OtherNotifyPeriod);
    public static readonly ActionPlan WrapRun = new("onWrapTaskRun", null, OtherNotifyPeriod);
    public static readonly ActionPlan WrapExit = new("onWrapEnvExit", ExitTimeout, OtherNotifyPeriod);

    /// <summary>Whether it enters an environment, so that it may set variables and leave processes running.</summary>
    public bool IsEnter => this == Enter || this == WrapEnter;

    /// <summary>The hook that stands in for an action of this kind.</summary>
    public ActionPlan Wrapped => this == Enter ? WrapEnter : this == Run ? WrapRun : WrapExit;

    /// <summary>The timeout of an action.</summary>
    public TimeSpan? TimeoutOf(long? seconds) => seconds is { } given ? Seconds(given) : DefaultTimeout;

    // Numbers of seconds beyond what a TimeSpan holds are no limit in practice.
    private static TimeSpan Seconds(long seconds) =>
        seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue / 2;
}
