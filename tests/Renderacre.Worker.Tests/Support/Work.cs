using OpenJd.Sessions.Processes.Linux;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Tests.Support;

/// <summary>Sessions and leases as a controller gives them.</summary>
internal static class Work
{
    public static SessionAssignment Session(OpenJdSessionWork? openJd = null) => new()
    {
        SessionId = Guid.NewGuid(),
        JobId = Guid.NewGuid(),
        JobName = "job",
        StepName = openJd is null ? "" : "step",
        OpenJd = openJd,
    };

    /// <summary>A session's folder below a root, as the worker makes it before it starts the host.</summary>
    public static (SessionFolder Folder, HostLaunch Launch) Folder(
        string root, SessionAssignment? assignment = null, JobUser? runsAs = null,
        IReadOnlyDictionary<string, string>? gpuVariables = null)
    {
        var session = assignment ?? Session();
        var named = new SessionFolder(Path.Combine(root, session.SessionId.ToString("N")));
        var launch = new HostLaunch
        {
            Assignment = session,
            Socket = Path.Combine(named.Host, "socket"),
            ControlGroup = ControlGroup.TryMake($"{SessionProcesses.GroupPrefix}{named.IdOnMachine}"),
            RunsAs = runsAs,
            GpuVariables = gpuVariables,
        };
        return (SessionFolder.Create(root, launch), launch);
    }

    public static LeaseAssignment Command(Guid session, params string[] command) => Lease(session) with
    {
        Command = new CommandSpec { Executable = command[0], Args = command[1..] },
    };

    public static LeaseAssignment Shell(Guid session, string script) => Command(session, "sh", "-c", script);

    public static LeaseAssignment Unit(Guid session, params TaskParameter[] parameters) =>
        Lease(session) with { TaskParameters = parameters };

    private static LeaseAssignment Lease(Guid session) => new()
    {
        LeaseId = Guid.NewGuid(),
        SessionId = session,
        TaskId = Guid.NewGuid(),
        AttemptId = Guid.NewGuid(),
        TaskName = "task",
        Count = 1,
        Token = "token",
    };
}
