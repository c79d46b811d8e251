using System.CommandLine;
using OpenJd.Cli.Documents;
using OpenJd.Cli.Templates;
using Renderacre.Cli.Commands;
using Renderacre.Cli.Settings;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Submitting;

/// <summary>The options of <c>submit</c> that say what is submitted.</summary>
internal sealed class SubmitOptions
{
    private readonly CliHost _host;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "OpenJD template (YAML or JSON), or a submission of the v1 interface (JSON with tasks)",
    };

    private readonly Option<string[]> _parameters = new("--param", "-p")
    {
        Description = "Job parameter: NAME=VALUE, a JSON object, or file://PATH with an object; may be repeated",
        HelpName = "NAME=VALUE",
    };

    private readonly Option<string[]> _environments = new("--environment", "--env")
    {
        Description = "Environment template (YAML or JSON) to enter around the job's own; may be repeated",
        HelpName = "FILE",
    };

    private readonly Option<string?> _name = Text("--name", "NAME", "Name of the job [default: as in the file]");

    private readonly Option<int?> _priority = new("--priority")
    {
        Description = "Higher goes first [default: as in the file, else 0]",
        HelpName = "N",
    };

    private readonly Option<int?> _maxRetries = new("--max-retries")
    {
        Description = "Failures that a task may spend before it fails [default: as in the file, else 0]",
        HelpName = "N",
    };

    private readonly Option<string?> _owner = Text(
        "--owner", "NAME", "Who the job belongs to [environment: RENDERACRE_OWNER] [default: the user]");
    private readonly Option<string?> _project = Text(
        "--project", "NAME", "Project that the job counts for [environment: RENDERACRE_PROJECT]");
    private readonly Option<string?> _queue = Text(
        "--queue", "NAME", "Queue that the job waits in [environment: RENDERACRE_QUEUE]");
    private readonly Option<string?> _storageProfile = Text(
        "--storage-profile", "NAME", "Storage profile of this machine: workers with another find its paths by it");
    private readonly Option<string?> _comment = Text("--comment", "TEXT", "A remark for people");

    private readonly Option<string[]> _tags = new("--tag")
    {
        Description = "A word to find the job by; may be repeated",
        HelpName = "WORD",
    };

    private readonly Option<string[]> _frameOrders = FrameOrderOption.Create();
    private readonly HookOption _hooks = HookOption.OfJob();
    private readonly HookOption _stepHooks = HookOption.OfSteps();
    private readonly PolicyOptions _policy;

    /// <summary>Adds the options to a command.</summary>
    public SubmitOptions(CliHost host, Command command)
    {
        _host = host;
        _maxRetries.RequireAtLeast(0);
        command.Add(_file);
        Option[] options =
        [
            _parameters, _environments, _name, _priority, _maxRetries, _owner, _project, _queue, _storageProfile, _tags,
            _comment, _frameOrders, _hooks.Option, _stepHooks.Option,
        ];
        foreach (var option in options)
            command.Add(option);
        _policy = new PolicyOptions(command);
    }

    /// <summary>The submission that a command line describes.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="farm">Gives the settings that stand in where neither an option nor the file says more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CliException">The file or a parameter is not what it should be.</exception>
    public async Task<JobSubmit> ReadAsync(
        ParseResult parsed, FarmOptions farm, CancellationToken cancellationToken)
    {
        var parameters = await ParameterValues.ReadAsync(parsed.GetValue(_parameters) ?? [], _host, cancellationToken);
        var environments = new List<string>();
        foreach (var file in parsed.GetValue(_environments) ?? [])
            environments.Add(await TextFile.ReadAsync(_host.FullPath(file), cancellationToken));
        var job = await SubmissionFile.ReadAsync(
            parsed.GetRequiredValue(_file), parameters, environments, _host, cancellationToken);
        return job with
        {
            Name = parsed.GetValue(_name) ?? job.Name,
            Priority = parsed.GetValue(_priority) ?? job.Priority,
            MaxRetries = parsed.GetValue(_maxRetries) ?? job.MaxRetries,
            Owner = parsed.GetValue(_owner) ?? job.Owner ?? Usual(SettingKey.Owner) ?? _host.UserName,
            Project = parsed.GetValue(_project) ?? job.Project ?? Usual(SettingKey.Project),
            Queue = parsed.GetValue(_queue) ?? job.Queue ?? Usual(SettingKey.Queue),
            StorageProfile = parsed.GetValue(_storageProfile) ?? job.StorageProfile,
            Tags = parsed.GetValue(_tags) is { Length: > 0 } tags ? [.. job.Tags ?? [], .. tags] : job.Tags,
            Comment = parsed.GetValue(_comment) ?? job.Comment,
            FrameOrders = FrameOrderOption.Read(parsed.GetValue(_frameOrders), job.FrameOrders),
            Hooks = _stepHooks.Read(parsed, _hooks.Read(parsed, job.Hooks)),
            Policy = await _policy.ReadAsync(parsed, job.Policy, _host, cancellationToken),
        };

        string? Usual(SettingKey key) => farm.Get(parsed, key, null).Value;
    }

    private static Option<string?> Text(string name, string valueName, string description) =>
        new(name) { Description = description, HelpName = valueName };
}
