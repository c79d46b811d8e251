using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Shares;
using Renderacre.Controller.Http;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Shares;

/// <summary>The routes of shares.</summary>
internal static class ShareEndpoints
{
    private const int WeightMax = 10_000;

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapShares(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(WirePath.Shares, ListAsync)
            .WithSummary("What owners, projects or queues are due of the farm, and what they have had, by name.");
        routes.MapPost(WirePath.Shares, DefineAsync).WithSummary("Gives an owner, a project or a queue a weight.");
    }

    private static async Task<IReadOnlyList<ShareSnapshot>> ListAsync(FarmWriter writer, CancellationToken stop)
    {
        FarmResult<IReadOnlyList<ShareSnapshot>> shares =
            await writer.DoAsync(Principals.Api, (farm, context) => Snapshots(farm, context), null, null, stop);
        return shares.ValueOrRefuse("shares", "");
    }

    private static async Task<ShareSnapshot> DefineAsync(
        JsonBody<ShareDefine> body, FarmWriter writer, CancellationToken stop)
    {
        ShareDefine share = body.Value;
        Check(share);
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.DefineShare(context, share.Name, share.Weight), null, null, stop);
        result.ValueOrRefuse("share", share.Name);
        return (await ListAsync(writer, stop)).First(row => row.Name == share.Name);
    }

    private static void Check(ShareDefine share)
    {
        var faults = new FaultList();
        if (share.Name.Length > TextRules.NameMax)
            faults.Add("name", $"has {share.Name.Length} characters; at most {TextRules.NameMax} are possible");
        if (share.Weight is < 1 or > WeightMax)
            faults.Add("weight", $"is {share.Weight}; 1 to {WeightMax} is wanted");
        faults.ThrowIfAny();
    }

    private static FarmResult<IReadOnlyList<ShareSnapshot>> Snapshots(FarmState farm, CommandContext context)
    {
        ShareSnapshot[] shares = [.. farm.ShareUses(context).Select(ToSnapshot)];
        return shares;
    }

    private static ShareSnapshot ToSnapshot(ShareUse share) =>
        new(share.Name, share.Weight, share.Used.TotalSeconds, share.Sessions, share.ReadyGroups);
}
