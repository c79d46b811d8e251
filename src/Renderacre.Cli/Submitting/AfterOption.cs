using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Submitting;

/// <summary>The option that names jobs which a job waits for.</summary>
internal static class AfterOption
{
    private const string Ended = ":ended";

    /// <summary>Makes the option.</summary>
    public static Option<string[]> Create() => new("--after")
    {
        Description = "Wait until this job has succeeded; with :ended until it has ended, however; may be repeated",
        HelpName = "ID[:ended]",
    };

    /// <summary>The jobs that a command line names.</summary>
    /// <param name="texts">The option's values, or null.</param>
    /// <param name="client">The controller, which knows whose ids start so.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The jobs, or null where none is named.</returns>
    public static async Task<IReadOnlyList<JobDependsOn>?> ReadAsync(
        string[]? texts, FarmClient client, CancellationToken cancellationToken)
    {
        var jobs = new List<JobDependsOn>();
        foreach (var text in texts ?? [])
        {
            var onEnd = text.EndsWith(Ended, StringComparison.Ordinal);
            var prefix = new IdPrefix(onEnd ? text[..^Ended.Length] : text);
            jobs.Add(new JobDependsOn
            {
                Job = await prefix.FindJobAsync(client, cancellationToken),
                When = onEnd ? JobDependencyWhen.Ended : JobDependencyWhen.Succeeded,
            });
        }

        return jobs.Count == 0 ? null : jobs;
    }
}
