using OpenJd.Model.Validation;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Submission;

namespace Renderacre.Controller.Hooks;

/// <summary>
/// What hooks a submission may have: those that the configuration lets jobs name, and addresses at hosts that it
/// allows. So nobody who submits can run a command of their own, or have the controller ask its own network.
/// </summary>
internal static class JobHookCheck
{
    private const int HooksMax = 20;

    /// <summary>Checks a submission's hooks.</summary>
    /// <param name="hooks">The hooks, or null.</param>
    /// <param name="settings">The configuration.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(IReadOnlyList<JobHook>? hooks, HookSettings settings, FaultList faults)
    {
        TextRules.CheckCount("hooks", hooks?.Count, HooksMax, faults);
        for (int at = 0; at < hooks?.Count && at < HooksMax; at++)
        {
            if (hooks[at] is not { } hook)
                faults.Add($"hooks[{at}]", "is null; a hook or an address (url) is wanted");
            else if (Fault(hook, settings) is { } fault)
                faults.Add($"hooks[{at}].{fault.Field}", fault.Message);
        }
    }

    private static (string Field, string Message)? Fault(JobHook hook, HookSettings settings) => hook switch
    {
        { Hook: { } name, Url: null } when settings.FindForJobs(name) is null => (
            "hook", $"there is no hook '{name}' for jobs.{NearestName.Suggest(name, settings.ForJobs)}"),
        { Hook: null, Url: { } text } when HookUrl.Parse(text) is not { } =>
            ("url", "is no absolute http or https address without user and password"),
        { Hook: null, Url: { } text } when HookUrl.Parse(text) is { } url && !settings.Allows(url) => (
            "url", $"the host {url.Authority} is none that the controller's hooks file lets jobs name (allowed_hosts)"),
        { Hook: not null, Url: null } or { Hook: null, Url: not null } => null,
        _ => ("hook", "either the name of a hook or an address (url) is wanted"),
    };
}
