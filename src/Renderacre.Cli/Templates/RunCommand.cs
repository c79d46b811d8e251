using System.CommandLine;
using System.Globalization;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Sessions;
using Renderacre.Cli.Commands;

namespace Renderacre.Cli.Templates;

/// <summary><c>run</c>: runs a template on this machine, without a farm.</summary>
internal sealed class RunCommand
{
    private readonly CliHost _host;
    private readonly TemplateArguments _template;

    private readonly Option<bool> _withDependencies = new("--run-dependencies")
    {
        Description = "With --step: run what the step depends on before it",
    };

    private readonly Option<bool> _preserve =
        new("--preserve") { Description = "Keep the session's working directory" };

    private RunCommand(CliHost host, Command command)
    {
        _host = host;
        _template = new TemplateArguments(host, command);
        _template.AddJobOptions(command);
        command.Add(_withDependencies);
        command.Add(_preserve);
    }

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "run", "Runs a template on this machine in one session, without a farm.",
            $"{host.ProgramName} run render.yaml -p Frames=1-2 --step Render");
        var run = new RunCommand(host, command);
        TemplateAction.Set(command, host, run._template.Output, run.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var job = (await _template.CreateJobAsync(parsed, cancellationToken)).Job;
        var steps = Steps(parsed, job);
        var log = new RunLog(_host.Output, _host.Time);
        await using var session = Session.Open(Options(job, parsed.GetValue(_preserve)));
        log.Say("Session start "
            + _host.Time.GetLocalNow().ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture));
        var run = new LocalRun(session, job, log);
        var succeeded = await run.RunAsync(steps, cancellationToken);
        log.Write("");
        log.Say(succeeded
            ? "All actions completed successfully!"
            : "ERROR executing an action (see Task logs for details)");
        log.Say("Local Session ended! Now cleaning up Session resources.");
        if (await session.CloseAsync() is { } left)
            _host.Error.WriteLine($"ERROR: {left}");
        if (parsed.GetValue(_preserve))
            _host.Output.WriteLine($"Working directory preserved at: {session.WorkingDirectory}");
        WriteResults(job, run, log, succeeded);
        return succeeded ? ExitCode.Success : ExitCode.Failure;
    }

    private IReadOnlyList<Step> Steps(ParseResult parsed, Job job)
    {
        if (_template.FindStep(parsed, job) is not { } step)
            return StepOrder.OfAll(job);
        return parsed.GetValue(_withDependencies) ? StepOrder.WithDependencies(job, step) : [step];
    }

    private SessionOptions Options(Job job, bool preserve) => new()
    {
        SessionId = $"cli-{Environment.ProcessId}",
        RootDirectory = Path.Combine(Path.GetTempPath(), "OpenJD"),
        JobParameters = job.Parameters,
        KeepWorkingDirectory = preserve,
        TimeProvider = _host.Time,
        Launcher = ProcessLaunchers.ForThisSystem(_host.Time),
    };

    private void WriteResults(Job job, LocalRun run, RunLog log, bool succeeded)
    {
        var output = _host.Output;
        output.WriteLine("\n--- Results of local session ---\n");
        output.WriteLine(
            succeeded ? "Session ended successfully" : "Session ended with errors; see Task logs for details");
        output.WriteLine($"\nJob: {job.Name}");
        if (!succeeded || job.Steps.Count == 1)
            output.WriteLine($"Step: {run.StepReached}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Duration: {log.Elapsed.TotalSeconds} seconds"));
        output.WriteLine($"Chunks run: {run.TasksRun}\n");
    }
}
