using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.StorageProfiles;

/// <summary>Path mapping rules of a job on a worker.</summary>
/// <param name="reading">Reads workers and profiles.</param>
internal sealed class SessionPaths(FarmReading reading)
{
    /// <summary>
    /// The rules: first those of the submission, then those between its storage profile and the worker's. The most
    /// specific one counts, among equals the first.
    /// </summary>
    /// <param name="work">The job.</param>
    /// <param name="worker">The worker.</param>
    public IReadOnlyList<PathMapping> RulesFor(JobWork work, WorkerId worker)
    {
        if (work.StorageProfile is not { } submission || ProfileOf(worker) is not { } there)
            return work.PathMappingRules;
        return [.. work.PathMappingRules, .. StorageRules.Between(submission, there)];
    }

    private StorageProfile? ProfileOf(WorkerId worker) => reading.Read(queries =>
        queries.Worker(worker)?.Row.StorageProfile is { } name
            ? queries.StorageProfiles().FirstOrDefault(profile => profile.Name == name)
            : null);
}
