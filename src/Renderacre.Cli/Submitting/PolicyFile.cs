using System.Text.Json;
using OpenJd.Cli.Documents;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;

namespace Renderacre.Cli.Submitting;

/// <summary>A file with a policy, as <c>--policy</c> names one.</summary>
internal static class PolicyFile
{
    /// <summary>Reads one.</summary>
    /// <param name="host">What relative paths are of.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CliException">It is not what it should be.</exception>
    public static async Task<JobPolicy?> ReadAsync(CliHost host, string path, CancellationToken cancellationToken)
    {
        var text = await TextFile.ReadAsync(host.FullPath(path), cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(text, WireJson.Default.JobPolicy);
        }
        catch (JsonException problem)
        {
            throw CliException.Usage($"--policy: {path}: {problem.Message}", problem);
        }
    }
}
