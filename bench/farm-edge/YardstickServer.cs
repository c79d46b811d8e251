using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Renderacre.Bench.FarmEdge;

/// <summary>
/// The yardsticks: an endpoint that reads and writes JSON and does nothing else, and one that also commits one small
/// row through a single writer that takes what has gathered into one transaction.
/// </summary>
internal static class YardstickServer
{
    public static async Task<int> RunAsync(string kind, string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.ConfigureHttpJsonOptions(
            json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, EchoJson.Default));
        WebApplication app = builder.Build();
        if (kind == "plain")
        {
            app.MapPost("/command", (Echo echo) => TypedResults.Ok(echo));
        }
        else
        {
            var writer = new RowWriter(Path.Combine(folder, "rows.sqlite3"));
            app.MapPost("/command", async (Echo echo) =>
            {
                await writer.WriteAsync();
                return TypedResults.Ok(echo);
            });
        }
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        await File.WriteAllTextAsync(Path.Combine(folder, "ready.part"), address);
        File.Move(Path.Combine(folder, "ready.part"), Path.Combine(folder, "ready"));
        await app.WaitForShutdownAsync();
        return 0;
    }
}
