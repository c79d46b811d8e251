using System.CommandLine;
using OpenJd.Cli.Documents;
using Renderacre.Cli.Submitting;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Queues;

namespace Renderacre.Cli.Queues;

/// <summary>The options of <c>queues set</c> that say what the queue is.</summary>
internal sealed class QueueOptions
{
    private readonly CliHost _host;
    private readonly Argument<string> _name = new("NAME") { Description = "The queue's name" };
    private readonly Option<int?> _priority = Number("--priority", "Priority of jobs that give none [0]");
    private readonly Option<int?> _maxRetries = Number("--max-retries", "Retries of jobs that give none [0]");
    private readonly Option<string[]> _pools = Words("--pool", "NAME", "A pool that its jobs may use [all workers]");
    private readonly Option<string[]> _limits = Words("--limit", "NAME", "A limit that each task takes one of");

    private readonly Option<string[]> _environments = Words(
        "--environment", "FILE", "Environment template around those of each template, the outermost first");

    private readonly Option<string?> _storageProfile = new("--storage-profile")
    {
        Description = "Storage profile of submissions that name none",
        HelpName = "NAME",
    };

    private readonly Option<UnknownNames?> _unknownNames = new("--unknown-names")
    {
        Description = "Jobs that ask for what the farm does not know: warn takes them, refuse does not [warn]",
        HelpName = "warn|refuse",
    };

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "JSON file with a policy for jobs that say nothing of the kind (docs/scheduling.md)",
        HelpName = "FILE",
    };

    private readonly Option<string?> _comment = new("--comment")
    {
        Description = "A remark for people",
        HelpName = "TEXT",
    };

    /// <summary>Adds the options to a command.</summary>
    public QueueOptions(CliHost host, Command command)
    {
        _host = host;
        command.Add(_name);
        Option[] options =
        [
            _priority, _maxRetries, _pools, _limits, _environments, _storageProfile, _unknownNames, _policy,
            _comment,
        ];
        foreach (var option in options)
            command.Add(option);
    }

    /// <summary>The queue that a command line describes.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="cancellationToken">Ends the reading of files.</param>
    /// <exception cref="CliException">A file cannot be read.</exception>
    public async Task<FarmQueue> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var environments = new List<string>();
        foreach (var file in parsed.GetValue(_environments) ?? [])
            environments.Add(await TextFile.ReadAsync(_host.FullPath(file), cancellationToken));
        return new FarmQueue
        {
            Name = parsed.GetRequiredValue(_name),
            Priority = parsed.GetValue(_priority),
            MaxRetries = parsed.GetValue(_maxRetries),
            Policy = parsed.GetValue(_policy) is { } policy
                ? await WireFile.ReadAsync("--policy", policy, _host, WireJson.Default.JobPolicy, cancellationToken)
                : null,
            Pools = parsed.GetValue(_pools),
            Limits = parsed.GetValue(_limits),
            EnvironmentTemplates = environments,
            StorageProfile = parsed.GetValue(_storageProfile),
            UnknownNames = parsed.GetValue(_unknownNames),
            Comment = parsed.GetValue(_comment),
        };
    }

    private static Option<int?> Number(string name, string description) =>
        new(name) { Description = description, HelpName = "N" };

    private static Option<string[]> Words(string name, string word, string description) =>
        new(name) { Description = $"{description}; may be repeated", HelpName = word };
}
