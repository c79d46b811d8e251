using Renderacre.Storage.Rows;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Ids;

namespace Renderacre.Storage.Stores;

/// <summary>
/// Keeps the farm's state and history. One writer at a time, in one process, calls everything but
/// <see cref="OpenReader"/>, which any thread may call.
/// </summary>
public interface IFarmStore : IDisposable
{
    /// <summary>
    /// Reads what the farm holds in memory: where it starts from, or starts from again after a failed commit.
    /// </summary>
    /// <returns>The farm at the last committed revision.</returns>
    /// <exception cref="StorageException">It cannot be read.</exception>
    FarmSnapshot Load();

    /// <summary>Reads one job, also one that has ended and left memory.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The job at the last committed revision, or null where there is none of that number.</returns>
    /// <exception cref="StorageException">It cannot be read.</exception>
    JobSnapshot? LoadJob(JobId job);

    /// <summary>Writes all of a commit in one transaction; when this returns it is durable.</summary>
    /// <param name="commit">The commit; its revision has to follow the stored one.</param>
    /// <exception cref="StorageException">
    /// It was not written and nothing of it is kept; or its revision does not follow the stored one.
    /// </exception>
    void Commit(FarmCommit commit);

    /// <summary>Removes a part of a deleted job, whose logs are gone; when this returns that is durable.</summary>
    /// <param name="part">What <see cref="IFarmQueries.NextDeleted"/> gave.</param>
    /// <exception cref="StorageException">Nothing was removed.</exception>
    void Remove(DeletedPart part);

    /// <summary>Writes down how far a reader of the history has come; when this returns that is durable.</summary>
    /// <param name="reader">The reader's name.</param>
    /// <param name="cursor">The place after all that it is done with, or null to forget it.</param>
    /// <exception cref="StorageException">It was not written down.</exception>
    void KeepCursor(string reader, EventCursor? cursor);

    /// <summary>Opens reading at the last committed revision.</summary>
    /// <returns>A reader that any number of threads may use until the store is disposed.</returns>
    IFarmReader OpenReader();
}
