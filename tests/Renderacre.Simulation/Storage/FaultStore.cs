using Renderacre.Farm.Commits;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Ledgers;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Simulation.Storage;

/// <summary>The real store, with faults in front of it; tells the ledger what has become durable.</summary>
/// <param name="store">The real store.</param>
/// <param name="ledger">Told of each commit.</param>
/// <param name="fate">Says what becomes of the next commit.</param>
/// <param name="loadFails">Says whether the next loading fails.</param>
internal sealed class FaultStore(
    SqliteFarmStore store, Ledger ledger, Func<CommitFate> fate, Func<bool> loadFails) : IFarmStore
{
    private const int NoLimit = 1_073_741_823;

    /// <summary>Commits that are durable.</summary>
    public long Commits { get; private set; }

    /// <summary>Whether the process has died in a commit.</summary>
    public bool Died { get; private set; }

    /// <summary>What a checker found in a commit; the writer takes it for a failure of storage.</summary>
    public Exception? Found { get; private set; }

    public FarmSnapshot Load() =>
        loadFails() ? throw new StorageException("simulated: storage cannot be read") : store.Load();

    public JobSnapshot? LoadJob(JobId job) => store.LoadJob(job);

    public void Commit(FarmCommit commit)
    {
        switch (fate())
        {
            case CommitFate.NotDone:
                throw new StorageException("simulated: the commit was not done");
            case CommitFate.DiesBefore:
                Died = true;
                throw new StorageException("simulated: died before the commit");
            case CommitFate.DiskFull:
                CommitOnFullDisk(commit);
                break;
            case CommitFate.DoneUnknown:
                CommitNow(commit);
                throw new StorageException("simulated: the commit was done, and said that it was not");
            case CommitFate.DiesAfter:
                CommitNow(commit);
                Died = true;
                throw new StorageException("simulated: died after the commit");
            case CommitFate.Done:
                CommitNow(commit);
                break;
        }
    }

    public void Remove(DeletedPart part) => store.Remove(part);

    public void KeepCursor(string reader, EventCursor? cursor) => store.KeepCursor(reader, cursor);

    public IFarmReader OpenReader() => store.OpenReader();

    public void Dispose()
    {
        // The real store outlives the processes that use it.
    }

    private void CommitOnFullDisk(FarmCommit commit)
    {
        store.LimitPages(store.Pages);
        try
        {
            CommitNow(commit);
        }
        finally
        {
            store.LimitPages(NoLimit);
        }
    }

    private void CommitNow(FarmCommit commit)
    {
        Spent.On("commits", () => store.Commit(commit));
        Commits++;
        try
        {
            Spent.On("ledger", () => ledger.Apply(commit));
        }
        catch (Exception found)
        {
            Found = found;
            throw;
        }
    }
}
