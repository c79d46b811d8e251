using Renderacre.Farm.Ids;

namespace Renderacre.Storage.Rows;

/// <summary>A dependency of a job on another.</summary>
/// <param name="Upstream">The job that is waited for; it may have been deleted.</param>
/// <param name="OnEnd">Whether its end is enough, however it ends.</param>
/// <param name="Met">Whether that has happened.</param>
public readonly record struct JobDependencyRow(JobId Upstream, bool OnEnd, bool Met);
