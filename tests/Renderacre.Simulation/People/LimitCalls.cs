using Renderacre.Contracts.Limits;
using Renderacre.Controller.Http;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Limits;
using Renderacre.Simulation.Checkers;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.People;

/// <summary>Requests of people about limits.</summary>
internal static class LimitCalls
{
    public static Call Define(SimulatedFarm farm, LimitDefine limit) => new()
    {
        Kind = "limit",
        From = "people",
        Act = async (controller, stop) =>
        {
            FarmResult<Done> result = await controller.Writer.DoAsync(
                Principals.Api, (state, context) => state.DefineLimit(context, limit), null, null, stop);
            result.ValueOrRefuse("limit", limit.Name);
            return Wire.Write(limit, Wire.Json.LimitDefine);
        },
        Heard = _ => { },
        About = $"{limit}",
        Arrives = () => farm.Tally.Pair("limit", StateCoverage.OfLimit(farm.Ledger, limit.Name), "define"),
        Leaves = (answer, _) => AnswerChecker.Require(
            farm, !answer.IsOk || farm.Ledger.Limits.Ever.Defined.Contains(limit.Name), $"{limit} is not stored"),
    };

    /// <summary>What the controller does once a limit's source has answered.</summary>
    public static Call Report(SimulatedFarm farm, string limit)
    {
        LimitSource asked = farm.Ledger.Limits.Rows.GetValueOrDefault(limit)?.Source
            ?? new LimitSource { Hook = "another" };
        SourceAnswer answer = LimitShapes.Answer(farm.Random);
        return new Call
        {
            Kind = "limit source",
            From = "people",
            Act = async (controller, stop) =>
            {
                await controller.Writer.DoAsync(
                    Principal.Itself, (state, context) => state.ReportLimit(context, limit, asked, answer), null,
                    null, stop);
                return [];
            },
            Heard = _ => { },
            About = $"{limit} {answer}",
            Arrives = () => farm.Tally.Pair("limit", StateCoverage.OfLimit(farm.Ledger, limit), "report"),
        };
    }

    public static Call Reopen(SimulatedFarm farm, string limit) => new()
    {
        Kind = "reopen limit",
        From = "people",
        Act = async (controller, stop) =>
        {
            FarmResult<Done> result = await controller.Writer.DoAsync(
                Principals.Api, (state, context) => state.ReopenLimit(context, limit), null, null, stop);
            result.ValueOrRefuse("limit", limit);
            return [];
        },
        Heard = _ => { },
        About = limit,
        Arrives = () => farm.Tally.Pair("limit", StateCoverage.OfLimit(farm.Ledger, limit), "reopen"),
    };

    public static Call Delete(SimulatedFarm farm, string limit) => new()
    {
        Kind = "delete limit",
        From = "people",
        Act = async (controller, stop) =>
        {
            FarmResult<Done> result = await controller.Writer.DoAsync(
                Principals.Api, (state, context) => state.DeleteLimit(context, limit), null, null, stop);
            result.ValueOrRefuse("limit", limit);
            return [];
        },
        Heard = _ => { },
        About = limit,
        Arrives = () => farm.Tally.Pair("limit", StateCoverage.OfLimit(farm.Ledger, limit), "delete"),
        Leaves = (answer, _) => AnswerChecker.Require(
            farm, !answer.IsOk || farm.Ledger.Limits.Ever.Deleted.Contains(limit), $"limit {limit} is still there"),
    };
}
