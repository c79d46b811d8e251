using System.Text.Json;
using System.Text.Json.Serialization;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Workers;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Sqlite;

/// <summary>How the few columns that hold JSON are written and read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredPlan), TypeInfoPropertyName = "VersionedPlan")]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<TaskArtifact>))]
[JsonSerializable(typeof(WorkerIdentity))]
[JsonSerializable(typeof(IReadOnlyList<GpuDevice>))]
[JsonSerializable(typeof(WorkerCare), TypeInfoPropertyName = "Care")]
[JsonSerializable(typeof(StorageProfile))]
[JsonSerializable(typeof(FarmQueue))]
[JsonSerializable(typeof(LimitSource))]
[JsonSerializable(typeof(SourceReport))]
[JsonSerializable(typeof(LimitClosure))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    public static byte[] Write(JobPlan plan) =>
        JsonSerializer.SerializeToUtf8Bytes(new StoredPlan(StoredPlan.CurrentVersion, plan), Default.VersionedPlan);

    public static JobPlan ReadPlan(SqliteStatement row, int column, string path, long job)
    {
        var stored = JsonSerializer.Deserialize(row.Bytes(column), Default.VersionedPlan);
        if (stored is not { Version: StoredPlan.CurrentVersion })
        {
            throw new StorageException(
                $"{path}: the plan of job {job} has version {stored?.Version}, and this program knows version "
                + $"{StoredPlan.CurrentVersion}; run the newer program that wrote it");
        }
        return stored.Plan;
    }

    public static string Write(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? "[]" : JsonSerializer.Serialize(texts, Default.IReadOnlyListString);

    public static IReadOnlyList<string> ReadTexts(string json) =>
        json == "[]" ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListString) ?? [];

    public static string Write(IReadOnlyDictionary<string, string> labels) =>
        JsonSerializer.Serialize(labels, Default.IReadOnlyDictionaryStringString);

    public static IReadOnlyDictionary<string, string> ReadLabels(string json) =>
        JsonSerializer.Deserialize(json, Default.IReadOnlyDictionaryStringString) ?? new Dictionary<string, string>();

    public static string? Write(WorkerIdentity? identity) =>
        identity is null ? null : JsonSerializer.Serialize(identity, Default.WorkerIdentity);

    public static WorkerIdentity? ReadIdentity(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, Default.WorkerIdentity);

    public static string? Write(IReadOnlyList<GpuDevice> gpus) =>
        gpus.Count == 0 ? null : JsonSerializer.Serialize(gpus, Default.IReadOnlyListGpuDevice);

    public static IReadOnlyList<GpuDevice> ReadGpus(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListGpuDevice) ?? [];

    public static string? Write(LimitSource? source) =>
        source is null ? null : JsonSerializer.Serialize(source, Default.LimitSource);

    public static LimitSource? ReadLimitSource(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, Default.LimitSource);

    public static string? Write(SourceReport? report) =>
        report is null ? null : JsonSerializer.Serialize(report, Default.SourceReport);

    public static string? Write(LimitClosure? closure) =>
        closure is null ? null : JsonSerializer.Serialize(closure, Default.LimitClosure);

    public static LimitClosure? ReadLimitClosure(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, Default.LimitClosure);

    public static SourceReport? ReadSourceReport(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, Default.SourceReport);

    public static string? Write(WorkerCare care) =>
        care == WorkerCare.None ? null : JsonSerializer.Serialize(care, Default.Care);

    public static WorkerCare ReadCare(string? json) =>
        json is null ? WorkerCare.None : JsonSerializer.Deserialize(json, Default.Care) ?? WorkerCare.None;

    public static string Write(StorageProfile profile) => JsonSerializer.Serialize(profile, Default.StorageProfile);

    public static StorageProfile ReadStorageProfile(string json) =>
        JsonSerializer.Deserialize(json, Default.StorageProfile)
        ?? throw new StorageException($"'{json}' is no storage profile");

    public static string Write(FarmQueue queue) => JsonSerializer.Serialize(queue, Default.FarmQueue);

    public static FarmQueue ReadQueue(string json) => JsonSerializer.Deserialize(json, Default.FarmQueue)
        ?? throw new StorageException($"'{json}' is no queue");

    public static string? Write(IReadOnlyList<TaskArtifact> artifacts) =>
        artifacts.Count == 0 ? null : JsonSerializer.Serialize(artifacts, Default.IReadOnlyListTaskArtifact);

    public static IReadOnlyList<TaskArtifact> ReadArtifacts(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListTaskArtifact) ?? [];
}
