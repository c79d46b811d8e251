using Renderacre.Client;

namespace Renderacre.Cli.Artifacts;

/// <summary>Copies files of tasks into a folder here.</summary>
/// <param name="client">The controller.</param>
/// <param name="folder">The folder, whole; made if missing.</param>
/// <param name="overwrite">Whether files that are there may be replaced.</param>
internal sealed class ArtifactFetch(FarmClient client, string folder, bool overwrite)
{
    /// <summary>Copies files. Files of several tasks that have one name go into a folder for each task.</summary>
    /// <param name="files">The files.</param>
    /// <param name="fetched">Is told the path here of each file that is there.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <exception cref="CliException">A file is there already, or cannot be written.</exception>
    public async Task RunAsync(
        IReadOnlyList<ArtifactRef> files, Action<string> fetched, CancellationToken cancellationToken)
    {
        var targets = Targets(files);
        if (!overwrite && targets.Select(one => one.Path).FirstOrDefault(File.Exists) is { } there)
            throw new CliException(ExitCode.Failure, $"{there} is there already; --overwrite replaces it");
        foreach (var (file, path) in targets)
        {
            await CopyAsync(file, path, cancellationToken);
            fetched(path);
        }
    }

    private List<(ArtifactRef File, string Path)> Targets(IReadOnlyList<ArtifactRef> files)
    {
        var counts = files.CountBy(SafeName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(one => one.Key, one => one.Value, StringComparer.OrdinalIgnoreCase);
        return [.. files.Select(file => (file, counts[SafeName(file)] == 1
            ? Path.Combine(folder, SafeName(file))
            : Path.Combine(folder, $"{file.TaskId}-{file.Index}", SafeName(file))))];
    }

    // The name is a worker's to choose; only its last part counts, so that it never leads out of the folder.
    private static string SafeName(ArtifactRef file)
    {
        var name = file.Name.Split('/', '\\')[^1];
        return name is "" or "." or ".." || name.Any(char.IsControl) ? $"artifact-{file.Index}" : name;
    }

    private async Task CopyAsync(ArtifactRef file, string path, CancellationToken cancellationToken)
    {
        var draft = $"{path}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
            await using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                await foreach (var bytes in client.ReadArtifactAsync(file.TaskId, file.Index, cancellationToken))
                    await stream.WriteAsync(bytes, cancellationToken);
            }

            File.Move(draft, path, overwrite);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Failure, $"{path}: {problem.Message}", problem);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
