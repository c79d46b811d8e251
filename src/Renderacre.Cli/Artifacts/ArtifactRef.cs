using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Artifacts;

/// <summary>A file that a task made, and where to ask for it.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="TaskName">The task's name.</param>
/// <param name="Index">The file's place among the task's, from 0.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Kind">What kind it is, by its ending.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="Path">Its path on the worker.</param>
internal sealed record ArtifactRef(
    Guid TaskId, string TaskName, int Index, string Name, ArtifactKind Kind, long SizeBytes, string Path)
{
    /// <summary>The files of a task.</summary>
    public static IEnumerable<ArtifactRef> Of(TaskInfo task) => task.Artifacts.Select((file, index) => new ArtifactRef(
        task.Id, task.Name, index, file.Name, file.Kind, file.SizeBytes, file.Path));
}
