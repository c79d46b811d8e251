namespace Renderacre.Controller.Hooks;

/// <summary>Turns the hooks file into settings and tells everything that is wrong in it.</summary>
internal static class HookFileCheck
{
    private const int OutputBytesLimit = 16 * 1024 * 1024;
    private const int AttemptsLimit = 20;
    private const int IdleMinutesLimit = 100_000;

    private static readonly Dictionary<string, HookFileDocument.Entry> NoHooks = [];
    private static readonly TimeSpan TimeoutLimit = TimeSpan.FromDays(1);

    /// <summary>Makes settings of a file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="faults">Gets what is wrong.</param>
    /// <returns>The settings; to be used only where nothing is wrong.</returns>
    public static HookSettings ToSettings(HookFileDocument document, List<string> faults)
    {
        var hooks = new Dictionary<string, HookDefinition>(StringComparer.Ordinal);
        foreach ((string name, HookFileDocument.Entry entry) in document.Hooks ?? NoHooks)
        {
            if (ToTarget(name, entry, faults) is { } target)
                hooks.Add(name, ToHook(name, entry, target, faults));
        }
        var names = new HookNames(hooks, (document.Hooks ?? NoHooks).Keys, faults);
        return new HookSettings
        {
            Hooks = hooks,
            AllowedHosts = document.AllowedHosts ?? [],
            JobEnded = names.FindAll("job_ended", document.JobEnded),
            WorkerWake = names.FindAll("worker_wake", document.WorkerWake),
            WorkerShutDown = names.FindAll("worker_shut_down", document.WorkerShutDown),
            IdleShutDown = ReadIdle(document.IdleShutDownMinutes, faults),
            StepEnded = names.FindAll("step_ended", document.StepEnded),
            ForLimits = [.. names.FindAll("for_limits", document.ForLimits).Select(hook => hook.Name)],
            ForJobs = [.. names.FindAll("for_jobs", document.ForJobs).Select(hook => hook.Name)],
        };
    }

    private static TimeSpan ReadIdle(double? minutes, List<string> faults)
    {
        if (minutes is null)
            return HookSettings.None.IdleShutDown;
        if (minutes is > 0 and <= IdleMinutesLimit)
            return TimeSpan.FromMinutes(minutes.Value);
        faults.Add($"idle_shut_down_minutes: more than 0 and at most {IdleMinutesLimit} is wanted");
        return HookSettings.None.IdleShutDown;
    }

    private static HookTarget? ToTarget(string name, HookFileDocument.Entry entry, List<string> faults)
    {
        switch (entry)
        {
            case { Command.Count: > 0, Url: null, Headers: null, Method: null }:
                return new CommandTarget(entry.Command, entry.Environment ?? new Dictionary<string, string>());
            case { Url: { } text, Command: null, Environment: null }:
                return ToHttp(name, entry, text, faults);
            default:
                faults.Add($"hooks.{name}: either command (and environment) or url (and headers, method) is wanted");
                return null;
        }
    }

    private static HttpTarget? ToHttp(string name, HookFileDocument.Entry entry, string text, List<string> faults)
    {
        if (entry.Method is not (null or "POST" or "GET"))
            faults.Add($"hooks.{name}.method: '{entry.Method}' is wrong; POST or GET is wanted");
        if (HookUrl.Parse(text) is { } url)
            return new HttpTarget(url, entry.Headers ?? new Dictionary<string, string>(), entry.Method == "GET");
        faults.Add($"hooks.{name}.url: an absolute http or https address is wanted");
        return null;
    }

    private static HookDefinition ToHook(
        string name, HookFileDocument.Entry entry, HookTarget target, List<string> faults)
    {
        var hook = new HookDefinition(name, target);
        double seconds = entry.TimeoutSeconds ?? hook.Timeout.TotalSeconds;
        if (!(seconds > 0 && seconds <= TimeoutLimit.TotalSeconds))
            faults.Add($"hooks.{name}.timeout_seconds: more than 0, at most {TimeoutLimit.TotalSeconds} is wanted");
        int bytes = Within(1, OutputBytesLimit, entry.OutputBytesMax ?? hook.OutputBytesMax, "output_bytes_max");
        int attempts = Within(1, AttemptsLimit, entry.AttemptsMax ?? hook.AttemptsMax, "attempts_max");
        return faults.Count > 0
            ? hook
            : hook with { Timeout = TimeSpan.FromSeconds(seconds), OutputBytesMax = bytes, AttemptsMax = attempts };

        int Within(int least, int most, int given, string key)
        {
            if (given < least || given > most)
                faults.Add($"hooks.{name}.{key}: is {given}; {least} to {most} is wanted");
            return given;
        }
    }
}
