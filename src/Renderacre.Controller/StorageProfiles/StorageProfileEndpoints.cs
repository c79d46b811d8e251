using Renderacre.Contracts.Paths;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;

namespace Renderacre.Controller.StorageProfiles;

/// <summary>The routes of storage profiles.</summary>
internal static class StorageProfileEndpoints
{
    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapStorageProfiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(WirePath.StorageProfiles, List).WithSummary("Storage profiles by name.");
        routes.MapPost(WirePath.StorageProfiles, DefineAsync).WithSummary("Defines a storage profile, or changes it.");
        routes.MapGet(WirePath.StorageProfiles + "/{name}", Get).WithSummary("One storage profile.");
        routes.MapDelete(WirePath.StorageProfiles + "/{name}", DeleteAsync).WithSummary("Deletes a storage profile.");
    }

    private static IReadOnlyList<StorageProfile> List(FarmReading reading) =>
        reading.Read(queries => queries.StorageProfiles());

    private static StorageProfile Get(string name, FarmReading reading) =>
        List(reading).FirstOrDefault(profile => profile.Name == name)
        ?? throw WireIds.Unknown("storage profile", name);

    private static async Task<StorageProfile> DefineAsync(
        JsonBody<StorageProfile> body, FarmWriter writer, CancellationToken stop)
    {
        StorageProfile profile = body.Value;
        var faults = new FaultList();
        StorageProfileCheck.Check(profile, faults);
        faults.ThrowIfAny("storage profile");
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.DefineStorageProfile(context, profile), null, null, stop);
        result.ValueOrRefuse("storage profile", profile.Name);
        return profile;
    }

    private static async Task<IResult> DeleteAsync(string name, FarmWriter writer, CancellationToken stop)
    {
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.DeleteStorageProfile(context, name), null, null, stop);
        result.ValueOrRefuse("storage profile", name);
        return Results.NoContent();
    }
}
