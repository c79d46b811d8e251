using Renderacre.Farm.Ids;

namespace Renderacre.Storage.Rows;

/// <summary>A part of a deleted job that is still stored.</summary>
/// <param name="Job">The job.</param>
/// <param name="Attempts">Some of its attempts; their logs go first.</param>
/// <param name="Sessions">Some of its sessions; their logs go first.</param>
public sealed record DeletedPart(JobId Job, IReadOnlyList<LeaseId> Attempts, IReadOnlyList<SessionId> Sessions);
