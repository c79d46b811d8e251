using OpenJd.Model.Validation;
using Renderacre.Contracts.Limits;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Submission;

namespace Renderacre.Controller.Limits;

/// <summary>What a limit has to be.</summary>
internal static class LimitCheck
{
    /// <summary>Checks a limit.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="hooks">The hooks of the configuration.</param>
    /// <param name="faults">Takes everything that is wrong.</param>
    public static void Check(LimitDefine limit, HookSettings hooks, FaultList faults)
    {
        TextRules.CheckName("name", limit.Name, faults);
        if (limit.MaxCount < 1)
            faults.Add("max_count", $"is {limit.MaxCount}; 1 or more is wanted");
        if (limit.Source is { } source)
            Check(source, hooks, faults);
    }

    private static void Check(LimitSource source, HookSettings hooks, FaultList faults)
    {
        if (source.IntervalSeconds is < LimitSource.IntervalMin or > LimitSource.IntervalMax)
        {
            faults.Add("source.interval_seconds",
                $"is {source.IntervalSeconds}; {LimitSource.IntervalMin} to {LimitSource.IntervalMax} is wanted");
        }
        if (source is { Hook: not null, Url: not null })
            faults.Add("source", "has both hook and url; give one of them");
        if (source.Hook is { } name && hooks.FindForLimits(name) is null)
        {
            faults.Add("source.hook", $"the hooks file has no '{name}' in for_limits."
                + NearestName.Suggest(name, hooks.ForLimits));
        }
        if (source.Url is { } url)
            CheckUrl(url, hooks, faults);
    }

    private static void CheckUrl(string text, HookSettings hooks, FaultList faults)
    {
        if (HookUrl.Parse(text) is not { } url)
            faults.Add("source.url", "an absolute http or https address without a user in it is wanted");
        else if (!hooks.Allows(url))
            faults.Add("source.url", $"the hooks file does not list '{url.Authority}' in allowed_hosts");
    }
}
