using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.Events;

/// <summary>A job's row as it is at the end of a commit; at most one per job and commit.</summary>
/// <param name="Job">The job.</param>
/// <param name="State">Its state.</param>
/// <param name="Paused">Whether it is held back (its state may be another, such as cancelled).</param>
/// <param name="EverLeased">Whether any unit was ever leased.</param>
/// <param name="Priority">Higher goes first.</param>
/// <param name="Counts">Its units by state.</param>
/// <param name="InMemory">Whether the farm goes on holding it; false once it has ended with no live session.</param>
public sealed record JobChanged(
    JobId Job, JobState State, bool Paused, bool EverLeased, int Priority, UnitCounts Counts, bool InMemory)
    : FarmEvent
{
    /// <summary>Whether it is put away.</summary>
    public bool Archived { get; init; }
}
