using System.Text.Json.Serialization;
using Renderacre.Contracts.Events;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.Shares;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;

namespace Renderacre.Contracts.Json;

/// <summary>How every type of the wire is read and written: snake_case, enumerations by their wire names.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(JobSubmit))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(IReadOnlyList<Job>))]
[JsonSerializable(typeof(TaskInfo))]
[JsonSerializable(typeof(TaskPage))]
[JsonSerializable(typeof(PriorityChange))]
[JsonSerializable(typeof(IReadOnlyList<TaskSubmit>))]
[JsonSerializable(typeof(IReadOnlyList<TaskArtifact>))]
[JsonSerializable(typeof(TaskLease))]
[JsonSerializable(typeof(LeaseProof))]
[JsonSerializable(typeof(TaskComplete))]
[JsonSerializable(typeof(WorkerRegister))]
[JsonSerializable(typeof(WorkerInfo))]
[JsonSerializable(typeof(WorkerOrder))]
[JsonSerializable(typeof(WorkerNoteAdd))]
[JsonSerializable(typeof(IReadOnlyList<WorkerInfo>))]
[JsonSerializable(typeof(WorkerLogBatch))]
[JsonSerializable(typeof(IReadOnlyList<FarmLogEntry>))]
[JsonSerializable(typeof(LogAck))]
[JsonSerializable(typeof(LimitDefine))]
[JsonSerializable(typeof(LimitSnapshot))]
[JsonSerializable(typeof(IReadOnlyList<LimitSnapshot>))]
[JsonSerializable(typeof(ShareDefine))]
[JsonSerializable(typeof(IReadOnlyList<ShareSnapshot>))]
[JsonSerializable(typeof(TaskExplanation))]
[JsonSerializable(typeof(JobExplanation))]
[JsonSerializable(typeof(FarmQueue))]
[JsonSerializable(typeof(IReadOnlyList<FarmQueue>))]
[JsonSerializable(typeof(StorageProfile))]
[JsonSerializable(typeof(IReadOnlyList<StorageProfile>))]
[JsonSerializable(typeof(FarmStats))]
[JsonSerializable(typeof(FarmMetrics))]
[JsonSerializable(typeof(IReadOnlyList<AuditEvent>))]
[JsonSerializable(typeof(Dashboard))]
[JsonSerializable(typeof(FarmChange))]
[JsonSerializable(typeof(FeedReset))]
[JsonSerializable(typeof(JobRequeue))]
[JsonSerializable(typeof(JobClone))]
[JsonSerializable(typeof(JobEdit))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, StepEdit>))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(SyncRequest))]
[JsonSerializable(typeof(SyncResponse))]
[JsonSerializable(typeof(SyncReport))]
public sealed partial class WireJson : JsonSerializerContext;
