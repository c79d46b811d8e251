using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.StorageProfiles;

namespace Renderacre.Controller.StorageProfiles;

/// <summary>How paths of one storage profile become those of another.</summary>
internal static class StorageRules
{
    /// <summary>
    /// A path mapping rule for each location that both profiles have, by name, under different paths. Locations of one
    /// profile do not lie in each other, so that no two rules take the same path.
    /// </summary>
    /// <param name="submission">Where the job was submitted.</param>
    /// <param name="worker">Where it runs.</param>
    public static IReadOnlyList<PathMapping> Between(StorageProfile submission, StorageProfile worker)
    {
        Dictionary<string, StorageLocation> there =
            worker.Locations.ToDictionary(location => location.Name, StringComparer.Ordinal);
        var rules = new List<PathMapping>();
        foreach (StorageLocation location in submission.Locations)
        {
            if (!there.TryGetValue(location.Name, out StorageLocation? same))
                continue;
            StoragePath from = StoragePath.Of(location.Path, submission.OsFamily);
            StoragePath to = StoragePath.Of(same.Path, worker.OsFamily);
            if (!from.Holds(to) || !to.Holds(from))
                rules.Add(new PathMapping(ToWire(from), location.Path, same.Path));
        }
        return rules;
    }

    private static SourcePathFormat ToWire(StoragePath path) => path.Format switch
    {
        OpenJd.Expressions.Paths.SourcePathFormat.Posix => SourcePathFormat.Posix,
        OpenJd.Expressions.Paths.SourcePathFormat.Windows => SourcePathFormat.Windows,
        OpenJd.Expressions.Paths.SourcePathFormat.Uri => SourcePathFormat.Uri,
    };
}
