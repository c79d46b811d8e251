namespace Renderacre.Contracts.Paths;

/// <summary>Paths of the HTTP interface that more than one program builds.</summary>
public static class WirePath
{
    /// <summary>Jobs: GET lists, POST submits.</summary>
    public const string Jobs = "/v1/jobs";

    /// <summary>Workers: GET lists.</summary>
    public const string Workers = "/v1/workers";

    /// <summary>POST: a worker's registration.</summary>
    public const string Register = "/v1/workers/register";

    /// <summary>POST: the conversation of a worker and its controller.</summary>
    public const string Sync = "/v1/sync";

    /// <summary>GET: counts over the farm.</summary>
    public const string Stats = "/v1/stats";

    /// <summary>Limits: GET lists, POST defines.</summary>
    public const string Limits = "/v1/limits";

    /// <summary>Shares: GET lists, POST gives one a weight.</summary>
    public const string Shares = "/v1/shares";

    /// <summary>Queues: GET lists, POST defines.</summary>
    public const string Queues = "/v1/queues";

    /// <summary>Storage profiles: GET lists, POST defines.</summary>
    public const string StorageProfiles = "/v1/storage-profiles";

    /// <summary>GET: what monitoring asks for.</summary>
    public const string Metrics = "/v1/metrics";

    /// <summary>GET: who did what.</summary>
    public const string Audit = "/v1/audit";

    /// <summary>GET: stats, jobs, workers, logs and limits in one answer.</summary>
    public const string Dashboard = "/v1/dashboard";

    /// <summary>GET: changes as server-sent events, with <c>?after=REVISION</c> and <c>?job=ID</c>.</summary>
    public const string Events = "/v1/events";

    /// <summary>One limit: DELETE deletes.</summary>
    /// <param name="name">Its name.</param>
    public static string Limit(string name) => $"{Limits}/{Uri.EscapeDataString(name)}";

    /// <summary>POST opens a limit that is shut.</summary>
    /// <param name="name">Its name.</param>
    public static string LimitReopen(string name) => $"{Limit(name)}/reopen";

    /// <summary>One queue: GET shows, DELETE deletes.</summary>
    /// <param name="name">Its name.</param>
    public static string Queue(string name) => $"{Queues}/{Uri.EscapeDataString(name)}";

    /// <summary>One storage profile: GET shows, DELETE deletes.</summary>
    /// <param name="name">Its name.</param>
    public static string StorageProfile(string name) => $"{StorageProfiles}/{Uri.EscapeDataString(name)}";

    /// <summary>One worker: GET shows.</summary>
    /// <param name="worker">The worker's id.</param>
    public static string Worker(Guid worker) => $"{Workers}/{worker}";

    /// <summary>What is done to a worker: POST, such as <c>drain</c>.</summary>
    /// <param name="worker">The worker's id.</param>
    /// <param name="action">drain, disable, enable or notes.</param>
    public static string WorkerAction(Guid worker, string action) => $"{Workers}/{worker}/{action}";

    /// <summary>One job.</summary>
    /// <param name="job">The job's id.</param>
    public static string Job(Guid job) => $"{Jobs}/{job}";

    /// <summary>
    /// An attempt's log as raw bytes: GET reads (with <c>Range</c>), PUT with <c>?offset=N</c> and the lease's token in
    /// <see cref="Logs.LogHeaders.LeaseToken"/> stores bytes from there on and answers <see cref="Logs.LogAck"/>.
    /// </summary>
    /// <param name="task">The task's id.</param>
    /// <param name="attempt">The attempt's id.</param>
    public static string AttemptLog(Guid task, Guid attempt) => $"/v1/tasks/{task}/attempts/{attempt}/log";

    /// <summary>
    /// A session's own log (its enter and exit actions) as raw bytes: as <see cref="AttemptLog"/>, the PUT with the
    /// worker's id in <see cref="Logs.LogHeaders.Worker"/>.
    /// </summary>
    /// <param name="session">The session's id.</param>
    public static string SessionLog(Guid session) => $"/v1/sessions/{session}/log";

    /// <summary>An artifact's bytes: GET, with <c>Range</c>.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="index">The artifact's place in the task's list, from 0.</param>
    public static string Artifact(Guid task, int index) => $"/v1/tasks/{task}/artifacts/{index}";
}
