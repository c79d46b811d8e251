using Renderacre.Farm.Jobs;

namespace Renderacre.Storage.Sqlite;

/// <summary>A plan as it is stored.</summary>
/// <param name="Version">Version of the form; a later one is read by code of its own.</param>
/// <param name="Plan">The plan.</param>
internal sealed record StoredPlan(int Version, JobPlan Plan)
{
    public const int CurrentVersion = 1;
}
