using OpenJd.Expressions.Paths;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Sessions;

namespace OpenJd.Sessions.Tests.Support;

/// <summary>A session in a folder of its own, with short ways to write actions.</summary>
internal sealed class SessionHarness : IAsyncDisposable
{
    private SessionHarness(string root, Session session)
    {
        Root = root;
        Session = session;
    }

    public string Root { get; }

    public Session Session { get; }

    public static SessionHarness Open(
        TimeProvider? timeProvider = null, IReadOnlyList<JobParameter>? parameters = null,
        IReadOnlyList<PathMappingRule>? rules = null, bool keep = false, IReadOnlyList<string>? extensions = null,
        long? memoryLimitBytes = null, string? jobName = null, bool ignoresMalformedVariables = false)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the actions of these tests are written for sh");
        var root = Directory.CreateTempSubdirectory("openjd-sessions-").FullName;
        var session = Session.Open(new SessionOptions
        {
            SessionId = $"test-{Guid.NewGuid():N}",
            RootDirectory = root,
            JobParameters = parameters ?? [],
            PathMappingRules = rules ?? [],
            KeepWorkingDirectory = keep,
            Extensions = extensions ?? [],
            JobName = jobName,
            IgnoresMalformedVariables = ignoresMalformedVariables,
            MemoryLimitBytes = memoryLimitBytes,
            TimeProvider = timeProvider ?? TimeProvider.System,
            // Real time, also where the session's is a test's: it times the rounds of ending a tree.
            Launcher = ProcessLaunchers.ForThisSystem(TimeProvider.System),
        });
        return new SessionHarness(root, session);
    }

    public static ActionDefinition Shell(
        string script, long? timeoutSeconds = null, CancelationMethod? cancelation = null) =>
        new() { Command = "sh", Args = ["-c", script], TimeoutSeconds = timeoutSeconds, Cancelation = cancelation };

    public static EnvironmentDefinition Environment(
        string name, string? enter = null, string? exit = null, Dictionary<string, string>? variables = null) => new()
        {
            Name = name,
            Script = new EnvironmentScript
            {
                OnEnter = enter is null ? null : Shell(enter),
                OnExit = exit is null ? null : Shell(exit),
            },
            Variables = variables ?? [],
        };

    public Task<ActionOutcome> RunAsync(ActionDefinition action, Recorder recorder, params EmbeddedFile[] files) =>
        RunAsync(new StepScript { OnRun = action, EmbeddedFiles = files }, recorder);

    public Task<ActionOutcome> RunAsync(
        StepScript script, Recorder recorder, params IReadOnlyList<TaskParameterValue> parameters) =>
        Session.RunTaskAsync(
            new Step { Name = "Step", Script = script }, parameters, recorder, TestContext.Current.CancellationToken);

    public Task<ActionOutcome> RunAsync(string script, Recorder recorder) => RunAsync(Shell(script), recorder);

    public Task<ActionOutcome> EnterAsync(EnvironmentDefinition environment, Recorder recorder) =>
        Session.EnterEnvironmentAsync(environment, null, recorder, TestContext.Current.CancellationToken);

    public Task<ActionOutcome> ExitAsync(Recorder recorder) =>
        Session.ExitEnvironmentAsync(recorder, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
