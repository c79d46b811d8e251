using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.People;

/// <summary>Requests of people who edit jobs.</summary>
internal static class EditCalls
{
    public static Call Edit(SimulatedFarm farm, JobId job, JobEdit edit)
    {
        byte[] bytes = Wire.Write(edit, Wire.Json.JobEdit);
        return new Call
        {
            Kind = "edit",
            From = "people",
            Act = async (controller, stop) => Wire.Write(
                await controller.Edits.EditAsync(job.ToGuid().ToString(), Wire.Read(bytes, Wire.Json.JobEdit), stop),
                Wire.Json.Job),
            Heard = _ => { },
            About = $"job {job.Value}",
            Arrives = () => farm.Tally.Pair(
                "job", StateCoverage.OfJob(farm.Ledger, job), edit.Frames is null ? "edit" : "edit frames"),
        };
    }
}
