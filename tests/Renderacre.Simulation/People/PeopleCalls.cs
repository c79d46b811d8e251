using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Checkers;
using Renderacre.Simulation.Controllers;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.People;

/// <summary>Requests of people.</summary>
internal static class PeopleCalls
{
    private const string From = "people";

    public static Call Submit(SimulatedFarm farm, JobSubmit submit)
    {
        byte[] bytes = Wire.Write(submit, Wire.Json.JobSubmit);
        return new Call
        {
            Kind = "submit",
            From = From,
            Act = async (controller, stop) => Wire.Write(
                await controller.Jobs.SubmitAsync(Wire.Read(bytes, Wire.Json.JobSubmit), stop), Wire.Json.Job),
            Heard = _ => { },
            About = submit.Name,
            Leaves = (answer, _) => CheckJob(farm, submit.Name, answer),
        };
    }

    /// <summary>Submits a shape that the edge does not make yet, past its adapter.</summary>
    public static Call SubmitPlan(SimulatedFarm farm, JobSubmit submit)
    {
        PreparedJob job = PlanShapes.Vary(JobPreparation.Prepare(submit), farm.Random);
        return new Call
        {
            Kind = "submit plan",
            From = From,
            Act = async (controller, stop) =>
            {
                FarmResult<JobId> id = await controller.Writer.DoAsync(
                    Principals.Api, (state, context) => state.Submit(context, job.Plan, job.Document), null, null,
                    stop);
                return Wire.Write(controller.JobAnswers.Find(id.Value)!, Wire.Json.Job); // It was stored just now.
            },
            Heard = _ => { },
            About = submit.Name,
            Leaves = (answer, _) => CheckJob(farm, submit.Name, answer),
        };
    }

    /// <summary>Cancels a task, requeues, pauses or resumes it.</summary>
    public static Call Act(SimulatedFarm farm, UnitRef unit, string action) => new()
    {
        Kind = $"{action} task",
        From = From,
        Act = async (controller, stop) => Wire.Write(
            await controller.Tasks.ActAsync(
                unit.ToGuid().ToString(),
                (state, context, task) => action switch
                {
                    "cancel" => state.CancelUnit(context, task),
                    "requeue" => state.RequeueUnit(context, task),
                    _ => state.PauseUnit(context, task, action == "pause"),
                }, stop),
            Wire.Json.TaskInfo),
        Heard = _ => { },
        About = $"{unit}",
        Arrives = () => farm.Tally.Pair("task", StateCoverage.OfUnit(farm.Ledger, unit), action),
    };

    /// <summary>Pauses a step of a job, or lets it go on.</summary>
    public static Call PauseStep(SimulatedFarm farm, JobId job, string step, bool paused) => new()
    {
        Kind = paused ? "pause step" : "resume step",
        From = From,
        Act = async (controller, stop) => Wire.Write(
            await controller.Jobs.ActAsync(
                job.ToGuid().ToString(), "step", (state, context, id) => state.PauseStep(context, id, step, paused),
                stop),
            Wire.Json.Job),
        Heard = _ => { },
        About = $"job {job.Value}",
        Arrives = () => farm.Tally.Pair(
            "job", StateCoverage.OfJob(farm.Ledger, job), paused ? "pause step" : "resume step"),
    };

    /// <summary>Takes tasks of a step back, of all kinds or but the cancelled ones.</summary>
    public static Call RequeueStep(SimulatedFarm farm, JobId job, string step, bool cancelledToo) => new()
    {
        Kind = "requeue step",
        From = From,
        Act = async (controller, stop) => Wire.Write(
            await controller.Jobs.RequeueAsync(
                job.ToGuid().ToString(),
                new JobRequeue { Failed = true, Succeeded = true, Cancelled = cancelledToo, Step = step }, stop),
            Wire.Json.Job),
        Heard = _ => { },
        About = $"job {job.Value}",
        Arrives = () => farm.Tally.Pair("job", StateCoverage.OfJob(farm.Ledger, job), "requeue step"),
    };

    /// <summary>Takes a worker out of service, puts it back, or writes about it.</summary>
    public static Call Tend(SimulatedFarm farm, WorkerId worker, string action) => new()
    {
        Kind = action,
        From = From,
        Act = async (controller, stop) => Wire.Write(await TendAsync(controller, worker, action, stop),
            Wire.Json.WorkerInfo),
        Heard = _ => { },
        About = $"worker {worker.Value}",
        Arrives = () => farm.Tally.Pair("worker", StateCoverage.OfWorker(farm.Ledger, worker), action),
        Leaves = (answer, _) => CheckTended(farm, worker, action, answer),
    };

    public static Call Act(SimulatedFarm farm, JobId job, string action) => new()
    {
        Kind = action,
        From = From,
        Act = (controller, stop) => ActAsync(farm, controller, job.ToGuid().ToString(), action, stop),
        Heard = _ => { },
        About = $"job {job.Value}",
        Arrives = () => farm.Tally.Pair("job", StateCoverage.OfJob(farm.Ledger, job), action),
        Leaves = (answer, _) =>
        {
            if (action == "delete" && answer.IsOk)
                AnswerChecker.Require(farm, farm.Ledger.Deleted.Contains(job.Value), $"job {job.Value} is not deleted");
        },
    };

    private static Task<WorkerInfo> TendAsync(
        ControllerProcess controller, WorkerId worker, string action, CancellationToken stop)
    {
        string id = worker.ToGuid().ToString();
        var order = new WorkerOrder { By = From, Reason = "simulated" };
        return action switch
        {
            "enable worker" => controller.Tending.EnableAsync(id, order, stop),
            "note worker" => controller.Tending.NoteAsync(id, new WorkerNoteAdd { Text = "simulated" }, stop),
            _ => controller.Tending.DisableAsync(id, action == "drain worker now", order, stop),
        };
    }

    private static void CheckTended(SimulatedFarm farm, WorkerId worker, string action, Answer answer)
    {
        if (!answer.IsOk || !farm.Ledger.Workers.TryGetValue(worker.Value, out Ledgers.LedgerWorker? tended))
            return;
        bool stored = action != "note worker" || tended.Row.Care.Notes.Count > 0;
        AnswerChecker.Require(farm, stored, $"the note about worker {worker.Value} is not stored");
    }

    private static async Task<byte[]> ActAsync(
        SimulatedFarm farm, ControllerProcess controller, string id, string action, CancellationToken stop)
    {
        Job job;
        switch (action)
        {
            case "delete":
                await controller.Jobs.DeleteAsync(id, stop);
                return [];
            case "clone":
                job = await controller.Jobs.CloneAsync(id, new JobClone(), stop);
                break;
            case "requeue":
                job = await controller.Jobs.RequeueAsync(id, new JobRequeue { Failed = true, Cancelled = true }, stop);
                break;
            case "requeue failed":
                job = await controller.Jobs.RequeueAsync(id, new JobRequeue { Failed = true }, stop);
                break;
            case "requeue succeeded":
                job = await controller.Jobs.RequeueAsync(id, new JobRequeue { Failed = true, Succeeded = true }, stop);
                break;
            default:
                int priority = farm.Random.Next(4);
                job = await controller.Jobs.ActAsync(id, action, (state, context, each) => action switch
                {
                    "pause" => state.Pause(context, each),
                    "resume" => state.Resume(context, each),
                    "cancel" => state.Cancel(context, each),
                    "archive" => state.Archive(context, each, true),
                    "unarchive" => state.Archive(context, each, false),
                    _ => state.SetPriority(context, each, priority),
                }, stop);
                break;
        }

        return Wire.Write(job, Wire.Json.Job);
    }

    private static void CheckJob(SimulatedFarm farm, string name, Answer answer)
    {
        if (!answer.IsOk)
            return;
        Job job = answer.Read(Wire.Json.Job);
        bool stored = WireIds.AsJob(job.Id) is { } id
            && farm.Ledger.Jobs.TryGetValue(id.Value, out Ledgers.LedgerJob? kept) && kept.Plan.Name == name;
        AnswerChecker.Require(farm, stored, $"job '{name}' is not stored");
    }
}
