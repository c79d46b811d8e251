using Renderacre.Farm.State;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Logs;
using Renderacre.Controller.Reading;
using Renderacre.Controller.StorageProfiles;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Tasks;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Workers;

namespace Renderacre.Controller.Workers;

/// <summary>What workers ask for.</summary>
internal sealed class WorkerCommands(
    FarmWriter writer, FarmReading reading, WorkerAnswers answers, TaskAnswers tasks, SessionPaths paths,
    FarmLogBook book, ILogger<WorkerCommands> logger)
{
    private const int SlotsMax = 10_000;
    private const int GpusMax = 256;
    private const int GpuSharesMax = 100;

    /// <summary>Registers a worker.</summary>
    /// <param name="register">What it says of itself.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The worker, once durable.</returns>
    /// <exception cref="RefusedException">400 with everything that is wrong.</exception>
    public async Task<WorkerInfo> RegisterAsync(WorkerRegister register, CancellationToken cancellationToken)
    {
        WorkerRegistration registration = Check(register, reading);
        FarmResult<WorkerId> result = await writer.RegisterAsync(registration, cancellationToken);
        WorkerId worker = result.ValueOrRefuse("worker", register.Name);
        Log.WorkerRegistered(logger, worker.ToGuid(), register.Name);
        book.WorkerRegistered(worker, register.Name);
        return Find(worker.ToGuid().ToString(), worker);
    }

    /// <summary>A worker says that it is there.</summary>
    /// <param name="id">The worker's id as the request has it.</param>
    public async Task<WorkerInfo> HeartbeatAsync(string id)
    {
        WorkerId worker = WireIds.ParseWorker(id);
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Of(worker), (farm, context) => farm.Heartbeat(context, worker), null, worker,
            CancellationToken.None);
        result.ValueOrRefuse("worker", id);
        return Find(id, worker);
    }

    /// <summary>Leases the next task to a v1 worker.</summary>
    /// <param name="id">The worker's id as the request has it.</param>
    /// <returns>The lease, or null where nothing can run there now.</returns>
    public async Task<TaskLease?> LeaseAsync(string id)
    {
        WorkerId worker = WireIds.ParseWorker(id);
        FarmResult<TaskMoment?> result = await writer.DoAsync(
            Principals.Of(worker), (farm, context) => LeaseNext(farm, context, worker), null, worker,
            CancellationToken.None);
        if (result.ValueOrRefuse("worker", id) is not { Task: { Unit: { } unit, Lease: { } lease } } moment)
            return null;
        string token = WireToken.Write(lease.Granted.Token);
        Log.TaskLeased(logger, unit.ToGuid(), worker.ToGuid());
        TaskInfo task = tasks.Find(moment, token) ?? throw WireIds.Unknown("task", unit.ToGuid().ToString());
        return new TaskLease(WithRules(task, reading.Work(unit.Job), worker), token)
        {
            Gpus = lease.Gpus is { Count: > 0 } gpus ? gpus : null,
        };
    }

    private TaskInfo WithRules(TaskInfo task, JobWork work, WorkerId worker)
    {
        if (task.Openjd is not { } openjd)
            return task;
        IReadOnlyList<PathMapping> rules = paths.RulesFor(work, worker);
        return rules == openjd.PathMappingRules
            ? task
            : task with { Openjd = openjd with { PathMappingRules = rules } };
    }

    private static FarmResult<TaskMoment?> LeaseNext(FarmState farm, CommandContext context, WorkerId worker)
    {
        FarmResult<LeaseGranted?> granted = farm.LeaseNext(context, worker);
        if (granted.Error is { } error)
            return error;
        return granted.Value is { } lease && farm.Glance(lease.First) is { } task
            ? new TaskMoment(task, null, null)
            : null;
    }

    private WorkerInfo Find(string id, WorkerId worker) =>
        answers.Find(worker) ?? throw WireIds.Unknown("worker", id);

    private static WorkerRegistration Check(WorkerRegister register, FarmReading reading)
    {
        var faults = new FaultList();
        TextRules.CheckName("name", register.Name, faults);
        TextRules.CheckMap("labels", register.Labels!, faults);
        if (register.Capacity?.Slots is < 0 or > SlotsMax)
            faults.Add("capacity.slots", $"is {register.Capacity.Slots}; 1 to {SlotsMax} is wanted");
        CheckIdentity(register.Identity, faults);
        CheckGpus(register, faults);
        if (register.StorageProfile is { } profile)
            reading.Names().FindStorageProfile(profile, faults);
        if (register.WorkerId is not null && register.Incarnation is null)
            faults.Add("incarnation", "is missing; a worker that keeps its id tells its processes apart by it");
        faults.ThrowIfAny();
        return new WorkerRegistration(
            register.Name, register.Labels ?? new Dictionary<string, string>(),
            Math.Max(register.Capacity?.Slots ?? 1, 1), register.Identity,
            register.WorkerId is { } known ? WireIds.AsWorker(known) : null, register.Incarnation)
        {
            StorageProfile = register.StorageProfile,
            Gpus = register.Gpus ?? [],
            GpuShares = register.GpuShares ?? 1,
        };
    }

    private static void CheckGpus(WorkerRegister register, FaultList faults)
    {
        IReadOnlyList<GpuDevice?> gpus = register.Gpus ?? [];
        TextRules.CheckCount("gpus", gpus.Count, GpusMax, faults);
        for (int i = 0; i < gpus.Count; i++)
        {
            TextRules.CheckName($"gpus[{i}].id", gpus[i]?.Id, faults);
            if (gpus[i]?.MemoryMib < 0)
                faults.Add($"gpus[{i}].memory_mib", $"is {gpus[i]?.MemoryMib}; 0 or more is wanted");
        }

        if (gpus.Select(gpu => gpu?.Id).Distinct(StringComparer.Ordinal).Count() < gpus.Count)
            faults.Add("gpus", "two have one id; each needs an id of its own");
        if (register.GpuShares is < 1 or > GpuSharesMax)
            faults.Add("gpu_shares", $"is {register.GpuShares}; 1 to {GpuSharesMax} is wanted");
    }

    private static void CheckIdentity(WorkerIdentity? identity, FaultList faults)
    {
        if (identity is null)
            return;
        TextRules.CheckName("identity.provider", identity.Provider, faults);
        TextRules.CheckName("identity.subject", identity.Subject, faults);
        TextRules.CheckMap("identity.attributes", identity.Attributes!, faults);
    }
}
