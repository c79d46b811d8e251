using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Explaining;

/// <summary>Why a job is where it is.</summary>
/// <param name="State">Its state.</param>
/// <param name="Groups">Groups that wait, in order; the first of them where there are many.</param>
/// <param name="GroupsLeftOut">How many more there are.</param>
/// <param name="Failed">Units that failed for good; the first of them where there are many.</param>
public sealed record JobExplanation(
    JobState State, IReadOnlyList<GroupExplanation> Groups, int GroupsLeftOut, IReadOnlyList<UnitRef> Failed)
{
    /// <summary>What it asks for that the farm does not know.</summary>
    public IReadOnlyList<NameDoubt> Doubts { get; init; } = [];
}
