using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Artifacts;
using Renderacre.Controller.Audit;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Events;
using Renderacre.Controller.Explaining;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Http;
using Renderacre.Controller.Jobs;
using Renderacre.Controller.Limits;
using Renderacre.Controller.Logs;
using Renderacre.Controller.Options;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Stats;
using Renderacre.Controller.StorageProfiles;
using Renderacre.Controller.Syncing;
using Renderacre.Controller.Tasks;
using Renderacre.Controller.Workers;
using Renderacre.Controller.Writing;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Hosting;

/// <summary>The parts of the controller and what each is given.</summary>
internal static class Services
{
    /// <summary>Answers without news are held for this part of the lease time at most.</summary>
    private const double HoldPart = 1.0 / 3;

    private static readonly TimeSpan HoldMax = TimeSpan.FromSeconds(30);

    /// <summary>Adds the parts.</summary>
    /// <param name="services">The container.</param>
    /// <param name="options">The options.</param>
    /// <param name="storage">The storage.</param>
    /// <param name="time">The time.</param>
    public static void Add(
        IServiceCollection services, ControllerOptions options, StorageSetup storage, TimeProvider time)
    {
        services.AddSingleton(options);
        FarmSettings farm = options.ToFarmSettings();
        AddFarm(services, farm, storage, time);
        services.AddHostedService(parts => parts.GetRequiredService<JobRemoval>()).AddHostedService<HookOutbox>()
            .AddHostedService<LimitSources>();
        services.AddSingleton(options.Hooks);
        services.AddSingleton(new OriginPolicy(options.Bind, options.AllowedOrigins));
        services.AddSingleton(new ArtifactRoots(options.ArtifactRoots)).AddSingleton<ArtifactFiles>();
        services.AddRouting().AddOpenApi("v1");
        services.ConfigureHttpJsonOptions(json => UseWireJson(json.SerializerOptions));
    }

    /// <summary>Adds what does not know of HTTP.</summary>
    /// <param name="services">The container.</param>
    /// <param name="farm">What the farm keeps to.</param>
    /// <param name="storage">The storage.</param>
    /// <param name="time">The time.</param>
    public static void AddFarm(
        IServiceCollection services, FarmSettings farm, StorageSetup storage, TimeProvider time)
    {
        TimeSpan hold = farm.LeaseTime * HoldPart < HoldMax ? farm.LeaseTime * HoldPart : HoldMax;
        services.AddSingleton(farm).AddSingleton(time);
        services.AddSingleton(storage.Store).AddSingleton(storage.Logs).AddSingleton(storage.FarmLog);
        services.AddSingleton(storage.Store.OpenReader());
        services.AddSingleton(new SyncSettings(farm.LeaseTime.TotalSeconds, hold.TotalSeconds));
        services.AddSingleton(new HeldSyncs(hold)).AddSingleton(new JobWorkCache(JobWorkCache.BytesMaxDefault));
        services.AddSingleton<FarmCounters>().AddSingleton<CommitSignal>().AddSingleton<ChangeFeed>();
        services.AddSingleton<StatsAnswers>().AddSingleton<LimitAnswers>().AddSingleton<AuditAnswers>();
        services.AddSingleton<WorkerContacts>().AddSingleton<WriterHealth>();
        services.AddSingleton<FarmClock>().AddSingleton(new EntropyPool(bytes => RandomNumberGenerator.Fill(bytes)));
        services.AddSingleton<FarmKeeper>().AddSingleton<FarmWriter>().AddSingleton<FarmReading>();
        services.AddSingleton<JobAnswers>().AddSingleton<JobCommands>().AddSingleton<JobEdits>()
            .AddSingleton<JobRemoval>();
        services.AddSingleton<ProgressTable>();
        services.AddSingleton<TaskAnswers>().AddSingleton<TaskPages>().AddSingleton<TaskCommands>();
        services.AddSingleton<Explanations>().AddSingleton<FailureAnswers>();
        services.TryAddSingleton(HookSettings.None);
        services.AddSingleton<HookCounters>().AddSingleton<HookRunner>().AddSingleton<HookDeliveries>();
        services.AddSingleton<LimitQuestions>();
        services.AddSingleton<WorkerAnswers>().AddSingleton<WorkerCommands>().AddSingleton<WorkerTending>();
        services.AddSingleton<SessionPaths>().AddSingleton<SyncAnswers>().AddSingleton<SyncCommands>();
        services.AddSingleton<FarmLogBook>().AddSingleton<FarmLogAnswers>();
        services.AddSingleton<WorkerLogMapping>().AddSingleton<AttemptLogs>();
    }

    // The framework's own options object cannot be replaced, so it is set to what the wire's are.
    private static void UseWireJson(JsonSerializerOptions json)
    {
        JsonSerializerOptions wire = WireJson.Default.Options;
        json.TypeInfoResolverChain.Insert(0, WireJson.Default);
        json.TypeInfoResolverChain.Add(DocumentedJson.Default);
        json.PropertyNamingPolicy = wire.PropertyNamingPolicy;
        json.PropertyNameCaseInsensitive = wire.PropertyNameCaseInsensitive;
        json.NumberHandling = wire.NumberHandling;
        json.RespectNullableAnnotations = wire.RespectNullableAnnotations;
        json.AllowOutOfOrderMetadataProperties = wire.AllowOutOfOrderMetadataProperties;
        json.DefaultIgnoreCondition = wire.DefaultIgnoreCondition;
        json.Encoder = wire.Encoder;
        foreach (JsonConverter converter in wire.Converters)
            json.Converters.Add(converter);
    }
}
