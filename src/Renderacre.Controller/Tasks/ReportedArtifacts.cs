using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;

namespace Renderacre.Controller.Tasks;

/// <summary>Artifacts that a worker reports.</summary>
internal static class ReportedArtifacts
{
    private const int CountMax = 1000;

    /// <summary>Checks a list.</summary>
    /// <param name="field">The field.</param>
    /// <param name="artifacts">The list; null means none.</param>
    /// <exception cref="RefusedException">400: too many, or null among them.</exception>
    public static IReadOnlyList<TaskArtifact> Check(string field, IReadOnlyList<TaskArtifact?>? artifacts)
    {
        if (artifacts is null)
            return [];
        if (artifacts.Count > CountMax)
            throw RefusedException.Invalid($"{field}: has {artifacts.Count} entries; at most {CountMax} are possible");
        TaskArtifact[] checkedOnes = [.. artifacts.OfType<TaskArtifact>()];
        return checkedOnes.Length == artifacts.Count
            ? checkedOnes
            : throw RefusedException.Invalid($"{field}: null stands among the artifacts");
    }
}
