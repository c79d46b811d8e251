using System.CommandLine;
using OpenJd.Model.Jobs;
using Renderacre.Cli.Submitting;
using Renderacre.Contracts.Jobs;
using Job = OpenJd.Model.Jobs.Job;

namespace Renderacre.Cli.Templates;

/// <summary>The template of a command and the values of its parameters.</summary>
internal sealed class TemplateArguments
{
    private readonly CliHost _host;
    private readonly Argument<string> _path = new("PATH") { Description = "Template file, YAML or JSON" };

    private readonly Option<string[]> _parameters = new("--job-param", "-p", "--parameter")
    {
        Description = "Job parameter: NAME=VALUE, a JSON object, or file://PATH with an object; may be repeated",
        HelpName = "NAME=VALUE",
    };

    private readonly Option<string?> _step = new("--step") { Description = "Only this step", HelpName = "NAME" };

    /// <summary>Adds the path to a command.</summary>
    public TemplateArguments(CliHost host, Command command)
    {
        _host = host;
        command.Add(_path);
    }

    /// <summary>Adds the parameters and the step to a command.</summary>
    public void AddJobOptions(Command command)
    {
        command.Add(_parameters);
        command.Add(_step);
    }

    /// <summary>The path as given.</summary>
    public string Path(ParseResult parsed) => parsed.GetRequiredValue(_path);

    /// <summary>The template's text.</summary>
    /// <exception cref="CliException">It cannot be read.</exception>
    public Task<string> ReadAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        TextFile.ReadAsync(_host.FullPath(Path(parsed)), cancellationToken);

    /// <summary>The job that the template makes.</summary>
    /// <exception cref="CliException">The template or a value is wrong.</exception>
    public async Task<Job> CreateJobAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var openjd = new OpenJdSubmit
        {
            TemplateYaml = await ReadAsync(parsed, cancellationToken),
            Parameters = await ParameterValues.ReadAsync(parsed.GetValue(_parameters) ?? [], _host, cancellationToken),
            TemplateDir = System.IO.Path.GetDirectoryName(_host.FullPath(Path(parsed))),
            CurrentWorkingDir = _host.CurrentDirectory,
        };
        var made = LocalJob.Create(openjd, _host);
        return made.IsValid
            ? made.Value
            : throw new CliException(ExitCode.Failure, string.Join(Environment.NewLine, made.Errors));
    }

    /// <summary>The step that is meant, or null for all.</summary>
    /// <exception cref="CliException">The job has no step of that name.</exception>
    public Step? FindStep(ParseResult parsed, Job job)
    {
        if (parsed.GetValue(_step) is not { } name)
            return null;
        var names = string.Join(", ", job.Steps.Select(step => step.Name));
        return job.Steps.FirstOrDefault(step => step.Name == name)
            ?? throw new CliException(ExitCode.Failure, $"--step: there is no step '{name}'; there are {names}");
    }
}
