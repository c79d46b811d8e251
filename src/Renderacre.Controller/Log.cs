namespace Renderacre.Controller;

/// <summary>
/// Everything that the controller logs. Lifecycle is Information, single tasks are Debug; never a token.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "controller answers at {Url}")]
    public static partial void Ready(ILogger logger, string url);

    [LoggerMessage(1002, LogLevel.Information,
        "controller stops: held requests are answered, queued commands carried out")]
    public static partial void Stopping(ILogger logger);

    [LoggerMessage(1003, LogLevel.Warning,
        "whoever reaches {Bind} can run commands on the farm: --insecure was given")]
    public static partial void Insecure(ILogger logger, string bind);

    [LoggerMessage(2001, LogLevel.Information,
        "farm loaded at revision {Revision}: {Jobs} open jobs, {Workers} workers")]
    public static partial void FarmLoaded(ILogger logger, long revision, int jobs, int workers);

    [LoggerMessage(2002, LogLevel.Error,
        "a batch of commands failed (failure {Failures} in a row); the farm is built again from storage")]
    public static partial void WriterBroke(ILogger logger, int failures, Exception fault);

    [LoggerMessage(2003, LogLevel.Information, "commands are carried out again, as of revision {Revision}")]
    public static partial void WriterRecovered(ILogger logger, long revision);

    [LoggerMessage(3001, LogLevel.Error, "{Method} {Path} failed")]
    public static partial void RequestFailed(ILogger logger, string method, string path, Exception fault);

    [LoggerMessage(4001, LogLevel.Information, "job {Job} submitted: {Name}")]
    public static partial void JobSubmitted(ILogger logger, Guid job, string name);

    [LoggerMessage(4002, LogLevel.Information, "job {Job}: {Action}")]
    public static partial void JobActed(ILogger logger, Guid job, string action);

    [LoggerMessage(4003, LogLevel.Warning, "what deleted jobs left cannot be removed now; tried again later")]
    public static partial void RemovalFailed(ILogger logger, Exception fault);

    [LoggerMessage(3002, LogLevel.Error, "an entry of the farm log cannot be kept")]
    public static partial void EntryNotKept(ILogger logger, Exception fault);

    [LoggerMessage(5001, LogLevel.Information, "worker {Worker} registered: {Name}")]
    public static partial void WorkerRegistered(ILogger logger, Guid worker, string name);

    [LoggerMessage(5002, LogLevel.Information, "worker {Worker}: {Action}")]
    public static partial void WorkerTended(ILogger logger, Guid worker, string action);

    [LoggerMessage(7001, LogLevel.Debug, "hook {Hook} told of {What}: {Summary}")]
    public static partial void HookRan(ILogger logger, string hook, string what, string summary);

    [LoggerMessage(7002, LogLevel.Warning, "hook {Hook} told of {What}: {Summary}")]
    public static partial void HookFailed(ILogger logger, string hook, string what, string summary);

    [LoggerMessage(7003, LogLevel.Error, "hooks cannot be told of what happened now; tried again later")]
    public static partial void OutboxFailed(ILogger logger, Exception fault);

    [LoggerMessage(8001, LogLevel.Error, "the sources of limits cannot be read now; tried again later")]
    public static partial void LimitSourcesNotRead(ILogger logger, Exception fault);

    [LoggerMessage(8002, LogLevel.Warning, "what the source of limit {Limit} told is lost; it is asked again")]
    public static partial void LimitNotTold(ILogger logger, string limit, Exception fault);

    [LoggerMessage(6001, LogLevel.Debug, "task {Task} leased to worker {Worker}")]
    public static partial void TaskLeased(ILogger logger, Guid task, Guid worker);

    [LoggerMessage(6002, LogLevel.Debug, "task {Task} completed by worker {Worker} with exit code {ExitCode}")]
    public static partial void TaskCompleted(ILogger logger, Guid task, Guid worker, int exitCode);
}
