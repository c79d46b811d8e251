using Renderacre.Controller.Documents;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Reading;

/// <summary>
/// Reads the farm for answers: rows at the last committed revision, documents, and the contacts of workers.
/// </summary>
/// <param name="reader">The rows.</param>
/// <param name="cache">The documents.</param>
/// <param name="contacts">The contacts.</param>
/// <param name="settings">The lease time.</param>
internal sealed class FarmReading(
    IFarmReader reader, JobWorkCache cache, WorkerContacts contacts, FarmSettings settings)
{
    /// <summary>Runs queries at one revision.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Runs the queries.</param>
    public T Read<T>(Func<IFarmQueries, T> read) => reader.Read(read);

    /// <summary>What of the farm somebody may name.</summary>
    public KnownNames Names() => Read(queries => new KnownNames(queries.StorageProfiles(), queries.Queues()));

    /// <summary>What a job's tasks are called, run and need.</summary>
    /// <param name="queries">The queries of the moment.</param>
    /// <param name="job">The job.</param>
    /// <returns>The work, or null for an unknown job.</returns>
    public JobWork? FindWork(IFarmQueries queries, JobId job) => cache.Find(queries, job);

    /// <summary>What a job's tasks are called, run and need, for a job that the farm has just named.</summary>
    /// <param name="job">The job.</param>
    public JobWork Work(JobId job) => cache.Find(job) ?? reader.Read(queries => cache.Find(queries, job))
        ?? throw new InvalidDataException($"job {job.Value} has no document");

    /// <summary>Keeps the work of a job that was just submitted.</summary>
    /// <param name="job">The job.</param>
    /// <param name="work">Its work.</param>
    /// <param name="documentBytes">The size of its document.</param>
    public void Keep(JobId job, JobWork work, int documentBytes) => cache.Add(job, work, documentBytes);

    /// <summary>Keeps the work of a job that is edited just now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="work">Its work.</param>
    /// <param name="documentBytes">The size of its document.</param>
    public void Replace(JobId job, JobWork work, int documentBytes)
    {
        cache.Remove(job);
        cache.Add(job, work, documentBytes);
    }

    /// <summary>Forgets the work of a job that was deleted.</summary>
    /// <param name="job">The job.</param>
    public void Forget(JobId job) => cache.Remove(job);

    /// <summary>When a worker's leases are lost unless it is heard of.</summary>
    /// <param name="worker">The worker.</param>
    public FarmTime ExpiryOf(WorkerId worker) => contacts.LeaseBasis(worker).Plus(settings.LeaseTime);

    /// <summary>When a worker was last heard of since the controller started, or null.</summary>
    /// <param name="worker">The worker.</param>
    public FarmTime? LastSeen(WorkerId worker) => contacts.LastSeen(worker);
}
