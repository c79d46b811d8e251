using System.Globalization;
using System.Text;
using Renderacre.Contracts.Farm;

namespace Renderacre.Controller.Stats;

/// <summary>Metrics in Prometheus' text format.</summary>
internal static class PrometheusText
{
    /// <summary>The format's media type.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes metrics.</summary>
    /// <param name="metrics">The metrics.</param>
    public static string Of(FarmMetrics metrics)
    {
        FarmStats stats = metrics.Stats;
        var text = new StringBuilder();
        Add(text, "renderacre_jobs", "gauge", "Jobs by state.", "state",
            ("queued", stats.JobsQueued), ("running", stats.JobsRunning), ("paused", stats.JobsPaused),
            ("succeeded", stats.JobsSucceeded), ("failed", stats.JobsFailed), ("cancelled", stats.JobsCancelled));
        Add(text, "renderacre_tasks", "gauge", "Tasks by state.", "state",
            ("pending", stats.TasksPending), ("leased", stats.TasksLeased), ("running", stats.TasksRunning),
            ("succeeded", stats.TasksSucceeded), ("failed", stats.TasksFailed), ("cancelled", stats.TasksCancelled));
        Add(text, "renderacre_workers", "gauge", "Workers by state.", "state",
            ("online", stats.WorkersOnline), ("offline", stats.WorkersOffline));
        Add(text, "renderacre_worker_slots", "gauge", "Slots of the workers that are online.", "use",
            ("used", stats.WorkerSlotsUsed), ("available", stats.WorkerSlotsAvailable));
        AddOne(text, "renderacre_lease_renewals_total", "Leases renewed since the start.", metrics.LeaseRenewals);
        AddOne(text, "renderacre_scheduler_errors_total", "Batches of commands that failed since the start.",
            metrics.SchedulerErrors);
        Add(text, "renderacre_hook_runs_total", "counter", "Runs of hooks since the start.", "result",
            ("succeeded", metrics.HooksSucceeded), ("failed", metrics.HooksFailed));
        AddHead(text, "renderacre_limit_sources_failing", "gauge", "Limits whose source fails.");
        text.Append(CultureInfo.InvariantCulture, $"renderacre_limit_sources_failing {metrics.LimitSourcesFailing}\n");
        return text.ToString();
    }

    private static void Add(
        StringBuilder text, string name, string type, string help, string label,
        params ReadOnlySpan<(string Value, long Count)> rows)
    {
        AddHead(text, name, type, help);
        foreach ((string value, long count) in rows)
            text.Append(CultureInfo.InvariantCulture, $"{name}{{{label}=\"{value}\"}} {count}\n");
    }

    private static void AddOne(StringBuilder text, string name, string help, long count)
    {
        AddHead(text, name, "counter", help);
        text.Append(CultureInfo.InvariantCulture, $"{name} {count}\n");
    }

    private static void AddHead(StringBuilder text, string name, string type, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
}
