using System.Text;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Worker.Artifacts;

/// <summary>
/// Finds the files that a task made: those that its output names, and those under its artifact paths.
/// </summary>
/// <param name="workingDirectory">Where relative paths start.</param>
/// <param name="paths">Files and folders whose files count where they changed during the task.</param>
/// <param name="time">Tells when the task began.</param>
internal sealed class ArtifactCollector(string workingDirectory, IReadOnlyList<string> paths, TimeProvider time)
{
    private const int ArtifactsMax = 1000;
    private const int FilesLookedAtMax = 100_000;

    // File systems round times; a file written in the same instant as the start is not to be missed.
    private static readonly TimeSpan TimeSlack = TimeSpan.FromSeconds(2);

    private readonly List<string> _named = [];
    private readonly DateTimeOffset _began = time.GetUtcNow() - TimeSlack;

    private static ReadOnlySpan<byte> Prefix => "RENDERACRE_ARTIFACT="u8;

    /// <summary>Looks at the beginning of a line of output.</summary>
    /// <param name="line">The line without its end.</param>
    public void Look(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith(Prefix) && _named.Count < ArtifactsMax)
            _named.Add(Encoding.UTF8.GetString(line[Prefix.Length..]).Trim());
    }

    /// <summary>The artifacts: named ones first, each file once; what does not exist is passed over.</summary>
    /// <returns>At most 1,000 artifacts.</returns>
    public IReadOnlyList<TaskArtifact> Collect()
    {
        IEnumerable<string> named = _named.Where(name => name.Length > 0).Select(Full);
        IEnumerable<string> changed = paths.Where(path => path.Length > 0).Select(Full).SelectMany(Changed);
        return [.. named.Concat(changed).Distinct().Where(File.Exists).Take(ArtifactsMax).Select(Describe)];
    }

    private string Full(string path) => Path.GetFullPath(path, workingDirectory);

    private IEnumerable<string> Changed(string path)
    {
        IEnumerable<string> files = File.Exists(path) ? [path] : Directory.Exists(path) ? FilesBelow(path) : [];
        return files.Take(FilesLookedAtMax).Where(file => File.GetLastWriteTimeUtc(file) >= _began.UtcDateTime);
    }

    private static IEnumerable<string> FilesBelow(string folder) => Directory.EnumerateFiles(
        folder, "*", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        }).Order(StringComparer.Ordinal);

    private static TaskArtifact Describe(string path)
    {
        var file = new FileInfo(path);
        return new TaskArtifact
        {
            Name = file.Name,
            Path = path,
            SizeBytes = file.Length,
            Kind = ArtifactKinds.ByEnding(path),
            ModifiedAt = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero),
        };
    }
}
