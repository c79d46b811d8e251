using System.CommandLine;
using OpenJd.Cli.Commands;
using OpenJd.Cli.Documents;
using OpenJd.Cli.Templates;
using OpenJd.Expressions.Paths;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Sessions;

namespace OpenJd.Cli.Running;

/// <summary><c>run</c>: runs a template on this machine, without a farm.</summary>
internal sealed class RunCommand
{
    private readonly CliHost _host;
    private readonly TemplateArguments _template;
    private readonly RunOptions _options = new();

    private RunCommand(CliHost host, Command command)
    {
        _host = host;
        _template = new TemplateArguments(host, command);
        _template.AddJobOptions(command);
        _options.AddTo(command);
    }

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        RunCommand? run = null;
        var command = new CommandWithExample(
            "run", "Runs a template on this machine in one session, without a farm.",
            $"{host.ProgramName} run render.yaml -p Frames=1-2 --step Render",
            $"{host.ProgramName} run render.yaml --help")
        {
            OwnHelp = (parsed, usual) => run?.Help(parsed, usual),
        };
        run = new RunCommand(host, command);
        TemplateAction.Set(command, host, run._template.Output, run.RunAsync);
        return command;
    }

    /// <summary>The help of the template that is named; null where none is.</summary>
    private int? Help(ParseResult parsed, Func<string> usual)
    {
        if (!_template.HasPath(parsed))
            return null;
        try
        {
            var usage = $"{_host.ProgramName} run {_template.Path(parsed)}";
            _host.Output.Write(TemplateHelp.Of(_template.ReadJobTemplate(parsed), usage, usual()));
            return ExitCode.Success;
        }
        catch (CliException problem)
        {
            _host.Error.WriteLine($"Error: {problem.Message}");
            return ExitCode.Failure;
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var job = (await _template.CreateJobAsync(parsed, cancellationToken)).Job;
        var step = _template.FindStep(parsed, job) ?? (job.Steps.Count == 1 ? job.Steps[0] : null);
        var selection = Selection(parsed, step);
        var rules = parsed.GetValue(_options.PathMappingRules) is { } given
            ? PathMappingDocument.Read(FileReference.Read(given, _options.PathMappingRules.Name, _host))
            : [];
        var output = new RunOutput(_host.Output, _template.Output.Of(parsed));
        var clock = new RunClock(_host.Time, parsed.GetRequiredValue(_options.TimestampFormat));
        var log = new RunLog(clock, output.Write, parsed.GetValue(_options.Verbose));
        var result = await RunAsync(parsed, job, step, selection, rules, log, clock, cancellationToken);
        output.Finish(result);
        return result.Succeeded ? ExitCode.Success : ExitCode.Failure;
    }

    private async Task<RunResult> RunAsync(
        ParseResult parsed, Job job, Step? step, TaskSelection selection, IReadOnlyList<PathMappingRule> rules,
        RunLog log, RunClock clock, CancellationToken cancellationToken)
    {
        var preserve = parsed.GetValue(_options.Preserve);
        await using var session = Open(Options(job, rules, preserve));
        log.Say($"Session start {clock.Local}");
        var run = new LocalRun(session, job, log, clock);
        var succeeded = await run.RunAsync(Steps(parsed, job, step), selection, cancellationToken);
        log.Write("");
        if (succeeded)
            log.Say("All actions completed successfully!");
        else if (run.FailedAction is { } action)
            log.Say($"ERROR executing action: '{action}' (see Task logs for details)");
        log.Say("Local Session ended! Now cleaning up Session resources.");
        if (await session.CloseAsync() is { } left)
            log.Write($"ERROR: {left}");
        return new RunResult(
            succeeded, job.Name, succeeded ? step?.Name : run.StepReached ?? "", clock.Elapsed, run.TasksRun,
            preserve ? session.WorkingDirectory : null);
    }

    private static Session Open(SessionOptions options)
    {
        try
        {
            return Session.Open(options);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException(
                ExitCode.Failure, $"no working directory can be made in {options.RootDirectory}: {problem.Message}",
                problem);
        }
    }

    private TaskSelection Selection(ParseResult parsed, Step? step)
    {
        var given = parsed.GetValue(_options.TaskParameters) ?? [];
        var document = parsed.GetValue(_options.Tasks);
        if (given.Length == 0 && document is null)
            return step is null ? TaskSelection.All : TaskSelection.First(parsed.GetValue(_options.MaximumTasks));
        if (step is null)
        {
            throw new CliException(
                ExitCode.Failure, "Tasks are named, but of which step? There are several: add --step.");
        }

        return document is null
            ? TaskSelection.OfOne(given, step)
            : TaskSelection.OfDocument(FileReference.Read(document, _options.Tasks.Name, _host), step);
    }

    private IReadOnlyList<Step> Steps(ParseResult parsed, Job job, Step? step)
    {
        if (step is null)
            return StepOrder.OfAll(job);
        return parsed.GetValue(_options.RunDependencies) ? StepOrder.WithDependencies(job, step) : [step];
    }

    private SessionOptions Options(Job job, IReadOnlyList<PathMappingRule> rules, bool preserve) => new()
    {
        SessionId = $"cli-{Guid.NewGuid():N}",
        RootDirectory = Path.Combine(Path.GetTempPath(), "OpenJD"),
        JobName = job.Name,
        JobParameters = job.Parameters,
        Extensions = job.Extensions,
        PathMappingRules = rules,
        KeepWorkingDirectory = preserve,
        IgnoresMalformedVariables = true,
        TimeProvider = _host.Time,
        Launcher = ProcessLaunchers.ForThisSystem(_host.Time),
    };
}
