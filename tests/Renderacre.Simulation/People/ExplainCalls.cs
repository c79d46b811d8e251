using Renderacre.Controller.Http;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.People;

/// <summary>People who ask why something waits. What they are told is checked at moments that are known.</summary>
internal static class ExplainCalls
{
    public static Call Of(SimulatedFarm farm, UnitRef unit) => new()
    {
        Kind = "explain task",
        From = "people",
        Act = async (controller, stop) =>
        {
            (await controller.Writer.DoAsync(
                Principals.Api, (state, context) => state.Explain(context, unit), unit.Job, null, stop))
                .ValueOrRefuse("task", $"{unit}");
            return [];
        },
        Heard = _ => { },
        About = $"{unit}",
        Arrives = () => farm.Tally.Pair("task", StateCoverage.OfUnit(farm.Ledger, unit), "explain"),
    };

    public static Call Of(SimulatedFarm farm, JobId job) => new()
    {
        Kind = "explain job",
        From = "people",
        Act = async (controller, stop) =>
        {
            (await controller.Writer.DoAsync(
                Principals.Api, (state, context) => state.Explain(context, job), job, null, stop))
                .ValueOrRefuse("job", $"{job.Value}");
            return [];
        },
        Heard = _ => { },
        About = $"job {job.Value}",
        Arrives = () => farm.Tally.Pair("job", StateCoverage.OfJob(farm.Ledger, job), "explain"),
    };
}
