using System.CommandLine;
using System.CommandLine.Parsing;
using OpenJd.Cli.Templates;
using Renderacre.Cli.Commands;
using Renderacre.Cli.Ids;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;

namespace Renderacre.Cli.Submitting;

/// <summary>The options of <c>edit</c> and <c>clone</c> that say what is to be different in a job.</summary>
internal sealed class EditOptions
{
    private readonly CliHost _host;
    private readonly Option<string?> _name = new("--name") { Description = "Another name", HelpName = "NAME" };

    private readonly Option<int?> _priority = new("--priority")
    {
        Description = "Another priority; higher goes first",
        HelpName = "N",
    };

    private readonly Option<int?> _maxRetries = new("--max-retries")
    {
        Description = "Failures that a task may spend before it fails",
        HelpName = "N",
    };

    private readonly Option<string[]> _tags = new("--tag")
    {
        Description = "A word to find it by, in place of those that it has; may be repeated",
        HelpName = "WORD",
    };

    private readonly Option<string?> _comment = new("--comment")
    {
        Description = "A remark for people; an empty one takes it away",
        HelpName = "TEXT",
    };

    private readonly Option<string[]> _dropAfter = new("--drop-after")
    {
        Description = "Depend no longer on this job; may be repeated",
        HelpName = "ID",
    };

    private readonly Option<string[]> _after = AfterOption.Create();
    private readonly Option<string[]> _frameOrders = FrameOrderOption.Create();
    private readonly Option<string[]> _frames = FramesOption.Create();
    private readonly Option<string?> _steps = new("--steps")
    {
        Description = "JSON file with what is to be different in steps, by name: requirements, limits, "
            + "ranges, default_task_count, target_runtime_seconds (docs/scheduling.md)",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _parameters = new("--param", "-p")
    {
        Description = "Job parameter that has another value: NAME=VALUE, a JSON object, or file://PATH; may be "
            + "repeated",
        HelpName = "NAME=VALUE",
    };

    private readonly Option[] _all;
    private readonly PolicyOptions _policy;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="host">What relative paths are of.</param>
    /// <param name="command">The command.</param>
    /// <param name="ofCopy">Whether it makes a new job of one, which waits for no other by itself.</param>
    public EditOptions(CliHost host, Command command, bool ofCopy)
    {
        _host = host;
        _maxRetries.RequireAtLeast(0);
        Option[] dropped = ofCopy ? [] : [_dropAfter];
        _all =
        [
            _name, _priority, _maxRetries, _tags, _comment, _after, .. dropped, _frames, _frameOrders, _steps,
            _parameters,
        ];
        foreach (var option in _all)
            command.Add(option);
        _policy = new PolicyOptions(command);
    }

    /// <summary>Whether a command line says that anything is to be different.</summary>
    /// <param name="command">The command line.</param>
    public bool AreGiven(CommandResult command) =>
        _policy.AreGiven(command) || _all.Any(option => command.GetResult(option) is not null);

    /// <summary>What a command line says is to be different in a job.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="client">The controller.</param>
    /// <param name="job">The job as it is.</param>
    /// <param name="changes">What is to be different by anything else.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CliException">
    /// A file or a parameter is not what it should be, or a job that is named is not there.
    /// </exception>
    public async Task<TEdit> ReadAsync<TEdit>(
        ParseResult parsed, FarmClient client, Job job, TEdit changes, CancellationToken cancellationToken)
        where TEdit : JobEdit
    {
        var dropped = new List<Guid>();
        foreach (var text in parsed.GetValue(_dropAfter) ?? [])
            dropped.Add(await new IdPrefix(text).FindJobAsync(client, cancellationToken));
        var values = await ParameterValues.ReadAsync(parsed.GetValue(_parameters) ?? [], _host, cancellationToken);
        return changes with
        {
            Name = parsed.GetValue(_name),
            Priority = parsed.GetValue(_priority),
            MaxRetries = parsed.GetValue(_maxRetries),
            Tags = parsed.GetValue(_tags) is { Length: > 0 } tags ? tags : null,
            Comment = parsed.GetValue(_comment),
            // What a policy's file does not say is taken away, with an empty one everything.
            Policy = _policy.AreGiven(parsed.CommandResult)
                ? await _policy.ReadAsync(parsed, job.Policy, _host, cancellationToken)
                : null,
            Steps = parsed.GetValue(_steps) is { } path ? await ReadStepsAsync(path, cancellationToken) : null,
            Parameters = values.Count > 0 ? values : null,
            Frames = FramesOption.Read(parsed.GetValue(_frames)),
            FrameOrders = FrameOrderOption.Read(parsed.GetValue(_frameOrders), null),
            AddDependsOnJobs = await AfterOption.ReadAsync(parsed.GetValue(_after), client, cancellationToken),
            DropDependsOnJobs = dropped.Count > 0 ? dropped : null,
        };
    }

    private async Task<IReadOnlyDictionary<string, StepEdit>> ReadStepsAsync(
        string path, CancellationToken cancellationToken)
    {
        var steps = await WireFile.ReadAsync(
            "--steps", path, _host, WireJson.Default.IReadOnlyDictionaryStringStepEdit, cancellationToken);
        return steps.Count > 0 ? steps : throw CliException.Usage($"--steps: {path}: it names no step");
    }
}
