using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>
/// A session was opened on a worker; it holds a slot, its class's amounts and limits until it has ended.
/// </summary>
/// <param name="Session">The session.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's place.</param>
/// <param name="Class">The place of the requirement class in the step's plan.</param>
/// <param name="SingleTask">Whether it is a v1 worker's, which ends with its one lease.</param>
public sealed record SessionOpened(
    SessionId Session, WorkerId Worker, JobId Job, int Step, int Class, bool SingleTask) : FarmEvent
{
    /// <summary>Ids of the graphics cards that it has; null where the worker tells none apart.</summary>
    public IReadOnlyList<string>? Gpus { get; init; }
}
