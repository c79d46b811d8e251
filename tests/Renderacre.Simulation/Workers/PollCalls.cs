using Renderacre.Contracts.Leases;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Checkers;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.Workers;

/// <summary>Requests of workers of the first protocol.</summary>
internal static class PollCalls
{
    private static readonly byte[] Null = "null"u8.ToArray();

    public static Call Heartbeat(SimulatedFarm farm, string from, Guid worker, Action<Answer> heard) => new()
    {
        Kind = "heartbeat",
        From = from,
        Act = async (controller, _) => Wire.Write(
            await controller.Workers.HeartbeatAsync(worker.ToString()), Wire.Json.WorkerInfo),
        Heard = heard,
        Arrives = () => CountWorker(farm, worker, "heartbeat"),
        Leaves = (answer, arrived) => Heard(farm, worker, answer, arrived),
    };

    public static Call Lease(SimulatedFarm farm, string from, Guid worker, Action<Answer> heard) => new()
    {
        Kind = "lease",
        From = from,
        Act = async (controller, _) => await controller.Workers.LeaseAsync(worker.ToString()) is { } lease
            ? Wire.Write(lease, Wire.Json.TaskLease)
            : Null,
        Heard = answer => heard(answer.Body == Null ? new Answer(204, null) : answer),
        Arrives = () => CountWorker(farm, worker, "lease"),
        Leaves = (answer, arrived) =>
        {
            Heard(farm, worker, answer, arrived);
            if (answer.IsOk && answer.Body != Null)
                CheckLeased(farm, worker, answer.Read(Wire.Json.TaskLease));
        },
    };

    public static Call Prove(
        SimulatedFarm farm, string from, Guid task, LeaseProof proof, string verb, Action<Answer> heard)
    {
        byte[] bytes = Wire.Write(proof, Wire.Json.LeaseProof);
        return new Call
        {
            Kind = verb,
            From = from,
            Act = async (controller, _) =>
            {
                LeaseProof read = Wire.Read(bytes, Wire.Json.LeaseProof);
                return Wire.Write(
                    await controller.Tasks.ClaimAsync(
                        task.ToString(), read.WorkerId, read.LeaseToken,
                        (state, context, claim) =>
                            verb == "renew" ? state.Renew(context, claim) : state.Start(context, claim)),
                    Wire.Json.TaskInfo);
            },
            Heard = heard,
            About = $"task {task}",
            Arrives = () => CountTask(farm, task, verb),
            Leaves = (answer, arrived) => Heard(farm, proof.WorkerId, answer, arrived),
        };
    }

    public static Call Complete(
        SimulatedFarm farm, string from, Guid task, TaskComplete complete, Action<Answer> heard)
    {
        byte[] bytes = Wire.Write(complete, Wire.Json.TaskComplete);
        LeaseId? lease = null;
        return new Call
        {
            Kind = "complete",
            From = from,
            Act = async (controller, _) => Wire.Write(
                await controller.Tasks.CompleteAsync(task.ToString(), Wire.Read(bytes, Wire.Json.TaskComplete)),
                Wire.Json.TaskInfo),
            Heard = heard,
            About = $"task {task} exit {complete.ExitCode}",
            Arrives = () =>
            {
                CountTask(farm, task, complete.ExitCode == 0 ? "complete" : "complete failed");
                lease ??= LeaseOf(farm.Ledger, complete.LeaseToken);
            },
            Leaves = (answer, arrived) =>
            {
                Heard(farm, complete.WorkerId, answer, arrived);
                if (lease is { } id)
                {
                    AnswerChecker.Completed(farm, id, complete.ExitCode == 0, answer);
                    return;
                }

                AnswerChecker.Require(farm, !answer.IsOk, $"the completion of a lease that nobody has was accepted");
            },
        };
    }

    private static LeaseId? LeaseOf(Ledger ledger, string token)
    {
        LeaseId? lease = ledger.Tokens.GetValueOrDefault(WireToken.Read(token))?.Lease;
        return lease is { } id && ledger.Leases.ContainsKey(id.Value) ? id : null;
    }

    private static void Heard(SimulatedFarm farm, Guid worker, Answer answer, TimeSpan arrived)
    {
        if (answer.IsOk && WireIds.AsWorker(worker) is { } id)
            farm.Expiry.Heard(id, arrived);
    }

    private static void CountWorker(SimulatedFarm farm, Guid worker, string command) =>
        farm.Tally.Pair("worker", StateCoverage.OfWorker(farm.Ledger, WireIds.AsWorker(worker)), command);

    private static void CountTask(SimulatedFarm farm, Guid task, string command)
    {
        if (WireIds.AsTask(task) is { } unit)
            farm.Tally.Pair("task", StateCoverage.OfUnit(farm.Ledger, unit), command);
    }

    // It may be over again already: by a later request of the same commit.
    private static void CheckLeased(SimulatedFarm farm, Guid worker, TaskLease lease)
    {
        LeaseGranted? stored = farm.Ledger.Tokens.GetValueOrDefault(WireToken.Read(lease.LeaseToken));
        bool theirs = stored is not null && stored.Worker == WireIds.AsWorker(worker)
            && stored.First == WireIds.AsTask(lease.Task.Id);
        AnswerChecker.Require(farm, theirs, $"the lease of task {lease.Task.Id} is not stored as theirs");
    }
}
