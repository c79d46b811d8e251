using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;

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
