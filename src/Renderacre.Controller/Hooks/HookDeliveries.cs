using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Workers;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Hooks;

/// <summary>Works out whom an event of the farm's history is told to.</summary>
/// <param name="settings">The hooks of the configuration.</param>
/// <param name="reading">Reads the farm.</param>
internal sealed class HookDeliveries(HookSettings settings, FarmReading reading)
{
    /// <summary>The kinds of events that are told.</summary>
    public static readonly FarmEventKinds Kinds =
        FarmEventKinds.Of(
            FarmEventKind.JobEnded, FarmEventKind.StepEnded, FarmEventKind.WorkerWoken, FarmEventKind.WorkerShutDown);

    /// <summary>Whom an event is told to.</summary>
    /// <param name="row">The event, of one of <see cref="Kinds"/>.</param>
    /// <returns>The deliveries; none where its job was deleted since.</returns>
    public IReadOnlyList<HookDelivery> Of(EventRow row) => reading.Read(queries => row.Kind switch
    {
        FarmEventKind.JobEnded => OfEnd(queries, row, JobHookEvent.JobEnded, "job_ended", settings.JobEnded),
        FarmEventKind.StepEnded => OfEnd(queries, row, JobHookEvent.StepEnded, "step_ended", settings.StepEnded),
        FarmEventKind.WorkerWoken => OfPower(queries, row, "worker_wake", settings.WorkerWake),
        FarmEventKind.WorkerShutDown => OfPower(queries, row, "worker_shut_down", settings.WorkerShutDown),
        _ => [],
    });

    // A worker that has come back since is neither woken nor, above all, shut down.
    private static IReadOnlyList<HookDelivery> OfPower(
        IFarmQueries queries, EventRow row, string what, IReadOnlyList<HookDefinition> hooks)
    {
        if (row.Worker is not { } id || queries.Worker(id) is not { } worker)
            return [];
        WorkerCare care = worker.Row.Care;
        bool isBack = row.Kind == FarmEventKind.WorkerWoken
            ? care.WokenAt is null
            : care.AsleepSince is null || care.MayBeInUse;
        if (isBack)
            return [];
        HookCall call = HookFacts.OfPower(what, row, worker);
        return [.. hooks.Select(hook => new HookDelivery(hook, call, null, id))];
    }

    private IReadOnlyList<HookDelivery> OfEnd(
        IFarmQueries queries, EventRow row, JobHookEvent kind, string what, IReadOnlyList<HookDefinition> farmWide)
    {
        if (row.Job is not { } id || queries.Job(id) is not { } job || reading.FindWork(queries, id) is not { } work)
            return [];
        string? step = row.Step is { } place ? work.StepName(place) : null;
        HookCall call = HookFacts.OfEnd(what, row, job, step);
        return
        [
            .. farmWide.Concat(OfJob(work, kind)).DistinctBy(hook => hook.Name)
                .Select(hook => new HookDelivery(hook, call, id, null)),
        ];
    }

    private IEnumerable<HookDefinition> OfJob(JobWork work, JobHookEvent kind) =>
        (work.Hooks ?? []).Where(hook => (hook.On ?? [JobHookEvent.JobEnded]).Contains(kind)).Select(Resolve)
        .OfType<HookDefinition>();

    // What jobs may name can have become less since the submission.
    private HookDefinition? Resolve(JobHook hook)
    {
        if (hook.Hook is { } name)
            return settings.FindForJobs(name);
        return hook.Url is { } text && HookUrl.Parse(text) is { } url && settings.Allows(url)
            ? new HookDefinition(
                $"of the job at {url.Authority}", new HttpTarget(url, new Dictionary<string, string>()))
            : null;
    }
}
