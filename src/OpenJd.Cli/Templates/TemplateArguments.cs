using System.CommandLine;
using System.Text.Json;
using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Cli.Templates;

/// <summary>The template of a command, the values of its parameters, and how the result is written.</summary>
internal sealed class TemplateArguments
{
    private readonly CliHost _host;
    private readonly Argument<string> _path = new("PATH") { Description = "Template file, YAML or JSON" };

    private readonly Option<string[]> _parameters = new("--job-param", "-p", "--parameter")
    {
        Description = "Job parameter: NAME=VALUE, a JSON object, or file://PATH with an object; may be repeated",
        HelpName = "NAME=VALUE",
    };

    private readonly Option<string[]> _environments = new("--environment", "--env")
    {
        Description = "Environment template around the job's environments; may be repeated, the outermost first",
        HelpName = "FILE",
    };

    private readonly Option<string?> _step = new("--step") { Description = "Only this step", HelpName = "NAME" };

    /// <summary>Adds the path and what all commands for templates have to a command.</summary>
    public TemplateArguments(CliHost host, Command command)
    {
        _host = host;
        command.Add(_path);
        Extensions = new ExtensionsOption(command);
        Output = new OutputOption(command);
    }

    /// <summary>The extensions that templates may ask for.</summary>
    public ExtensionsOption Extensions { get; }

    /// <summary>How the result is written.</summary>
    public OutputOption Output { get; }

    /// <summary>Adds the parameters, environment templates and the step to a command.</summary>
    public void AddJobOptions(Command command)
    {
        command.Add(_parameters);
        command.Add(_environments);
        command.Add(_step);
    }

    /// <summary>The path as given.</summary>
    public string Path(ParseResult parsed) => parsed.GetRequiredValue(_path);

    /// <summary>Whether a path is given; it may be missing where help is asked for.</summary>
    public bool HasPath(ParseResult parsed) => parsed.GetResult(_path) is { Tokens.Count: > 0 };

    /// <summary>The job template.</summary>
    /// <exception cref="CliException">It cannot be read, or is no valid one.</exception>
    public JobTemplate ReadJobTemplate(ParseResult parsed) =>
        Valid(Path(parsed), TemplateReader.ReadJobTemplateDocument(Read(parsed), Extensions.Of(parsed)));

    /// <summary>The template's document.</summary>
    /// <exception cref="CliException">It cannot be read.</exception>
    public DocumentNode Read(ParseResult parsed) => Read(Path(parsed));

    /// <summary>The job that the template makes.</summary>
    /// <exception cref="CliException">A template or a value is wrong.</exception>
    public async Task<MadeJob> CreateJobAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (path, options) = (Path(parsed), Extensions.Of(parsed));
        var template = ReadJobTemplate(parsed);
        List<EnvironmentTemplate> environments =
        [
            .. (parsed.GetValue(_environments) ?? []).Select(
                file => Valid(file, TemplateReader.ReadEnvironmentTemplateDocument(Read(file), options))),
        ];
        var given = await ParameterValues.ReadAsync(parsed.GetValue(_parameters) ?? [], _host, cancellationToken);
        var folder = System.IO.Path.GetDirectoryName(_host.FullPath(path)) ?? _host.CurrentDirectory;
        var job = JobCreation.Create(
            template,
            given.ToDictionary(one => one.Key, one => ToNode(one.Value), StringComparer.Ordinal),
            new PathContext(folder, _host.CurrentDirectory),
            environments);
        return job.IsValid
            ? new MadeJob(template, environments.Count, job.Value)
            : throw new CliException(
                ExitCode.Failure, $"the job cannot be made{TemplateFaults.Describe(job.Errors)}");
    }

    /// <summary>The step that is meant, or null for all.</summary>
    /// <exception cref="CliException">The job has no step of that name.</exception>
    public Step? FindStep(ParseResult parsed, Job job)
    {
        if (parsed.GetValue(_step) is not { } name)
            return null;
        return job.Steps.FirstOrDefault(step => step.Name == name)
            ?? throw new CliException(ExitCode.Failure, $"Step '{name}' does not exist in Job '{job.Name}'.");
    }

    private DocumentNode Read(string path) => TemplateFile.Read(path, _host.FullPath(path));

    private static T Valid<T>(string path, Validated<T> template)
        where T : class =>
        template.Value ?? throw new CliException(ExitCode.Failure, TemplateFaults.Describe(path, template.Errors));

    // What a command line gives is text at first: truth values and null are their words.
    private static DocumentNode ToNode(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => ScalarNode.FromText("true"),
        JsonValueKind.False => ScalarNode.FromText("false"),
        JsonValueKind.Null => ScalarNode.FromText("null"),
        JsonValueKind.String => ScalarNode.FromText(value.ToString()),
        JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Number =>
            DocumentReader.Read(value.GetRawText()),
        _ => throw new InvalidOperationException($"JSON has no {value.ValueKind}."),
    };
}
