using Microsoft.Extensions.Logging;

namespace Renderacre.Worker;

/// <summary>Everything that the worker logs. Numbers from 4000; never tokens or variables.</summary>
internal sealed partial class WorkerLog(ILogger logger)
{
    private readonly ILogger _logger = logger;

    [LoggerMessage(4000, LogLevel.Information, "worker {Name} is registered as {Worker} at {Controller}")]
    public partial void Registered(string name, Guid worker, Uri controller);

    [LoggerMessage(4001, LogLevel.Warning, "{Reason}; trying again")]
    public partial void ControllerUnreachable(string reason);

    [LoggerMessage(4002, LogLevel.Warning, "the controller does not know this worker ({Reason}); registering anew")]
    public partial void NotKnown(string reason);

    [LoggerMessage(4003, LogLevel.Error, "the controller refused a request: {Reason}")]
    public partial void SyncRefused(string reason);

    [LoggerMessage(4005, LogLevel.Error, "the spool cannot be written, which is tried again: {Reason}")]
    public partial void SpoolNotWritable(string reason);

    [LoggerMessage(4006, LogLevel.Information, "no new work is taken: {Reason}")]
    public partial void Rests(string reason);

    [LoggerMessage(4007, LogLevel.Information, "work is taken again")]
    public partial void RestsNoMore();

    [LoggerMessage(4004, LogLevel.Information, "shutting down: sessions are ended")]
    public partial void ShuttingDown();

    [LoggerMessage(4100, LogLevel.Debug, "session {Session} opened for job {Job}, step {Step}")]
    public partial void SessionOpened(Guid session, string job, string step);

    [LoggerMessage(4101, LogLevel.Debug, "session {Session} is over")]
    public partial void SessionOver(Guid session);

    [LoggerMessage(4102, LogLevel.Information, "session {Session} was left by an earlier process; taking it up again")]
    public partial void Reattaching(Guid session);

    [LoggerMessage(4103, LogLevel.Error, "the host process of session {Session} died; its task has failed")]
    public partial void HostDied(Guid session);

    [LoggerMessage(4104, LogLevel.Warning, "session {Session} did not end within {Seconds} s; it was killed")]
    public partial void SessionKilled(Guid session, double seconds);

    [LoggerMessage(4105, LogLevel.Warning, "what session {Session} left could not be removed: {Reason}")]
    public partial void SessionNotRemoved(Guid session, string reason);

    [LoggerMessage(4106, LogLevel.Information, "sessions run as {User}, group {Group}")]
    public partial void SessionsRunAs(string user, string group);

    [LoggerMessage(4200, LogLevel.Warning, "a log of session {Session} could not be shipped: {Reason}; trying again")]
    public partial void LogNotShipped(Guid session, string reason);
}
