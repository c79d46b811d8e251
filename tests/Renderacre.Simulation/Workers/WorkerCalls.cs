using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Checkers;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.Workers;

/// <summary>Requests of workers that sync.</summary>
internal static class WorkerCalls
{
    public static Call Register(SimulatedFarm farm, string from, WorkerRegister register, Action<Answer> heard)
    {
        byte[] bytes = Wire.Write(register, Wire.Json.WorkerRegister);
        WorkerId? known = register.WorkerId is { } id ? WireIds.AsWorker(id) : null;
        return new Call
        {
            Kind = "register",
            From = from,
            Act = async (controller, stop) => Wire.Write(
                await controller.Workers.RegisterAsync(Wire.Read(bytes, Wire.Json.WorkerRegister), stop),
                Wire.Json.WorkerInfo),
            Heard = heard,
            Arrives = () => farm.Tally.Pair("worker", StateCoverage.OfWorker(farm.Ledger, known), "register"),
            Leaves = (answer, _) => AnswerChecker.Registered(farm, answer),
        };
    }

    public static Call Sync(
        SimulatedFarm farm, string from, SyncRequest request, Action<Answer> heard, bool honest = true)
    {
        byte[] bytes = Wire.Write(request, Wire.Json.SyncRequest);
        WorkerId? worker = WireIds.AsWorker(request.WorkerId);
        return new Call
        {
            Kind = "sync",
            From = from,
            About = $"worker {worker?.Value} #{request.Sequence} hold {request.Hold} reports {request.Reports.Count}",
            Honest = honest,
            Sync = request,
            Act = async (controller, stop) => Wire.Write(
                await controller.Syncs.SyncAsync(Wire.Read(bytes, Wire.Json.SyncRequest), stop),
                Wire.Json.SyncResponse),
            Heard = heard,
            Arrives = () => StateCoverage.Count(farm, worker, request),
            Leaves = (answer, arrived) => AnswerChecker.Synced(farm, worker, request, answer, arrived, honest),
        };
    }
}
