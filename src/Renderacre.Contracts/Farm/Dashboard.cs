using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Workers;

namespace Renderacre.Contracts.Farm;

/// <summary>What a dashboard shows at first, all of one moment.</summary>
/// <param name="Stats">Counts over the whole farm.</param>
/// <param name="Jobs">Jobs as <c>GET /v1/jobs</c> lists them.</param>
/// <param name="Workers">Workers by name.</param>
/// <param name="Logs">The newest entries of the farm log, oldest of them first.</param>
/// <param name="Limits">Limits by name.</param>
public sealed record Dashboard(
    FarmStats Stats, IReadOnlyList<Job> Jobs, IReadOnlyList<WorkerInfo> Workers, IReadOnlyList<FarmLogEntry> Logs,
    IReadOnlyList<LimitSnapshot> Limits);
