using Renderacre.Farm.Commits;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Tests.Support;

/// <summary>A store that fails when it is told to, before or after it has written.</summary>
internal sealed class FailingStore(IFarmStore store) : IFarmStore
{
    private int _failures;
    private bool _afterWriting;

    public int Loads { get; private set; }

    public void FailNext(int commits, bool afterWriting)
    {
        _afterWriting = afterWriting;
        Volatile.Write(ref _failures, commits);
    }

    public FarmSnapshot Load()
    {
        Loads++;
        return store.Load();
    }

    public JobSnapshot? LoadJob(JobId job) => store.LoadJob(job);

    public void Commit(FarmCommit commit)
    {
        bool fails = _failures-- > 0;
        if (!fails || _afterWriting)
            store.Commit(commit);
        if (fails)
            throw new StorageException("no room left on the disk");
    }

    public void Remove(DeletedPart part) => store.Remove(part);

    public void KeepCursor(string reader, EventCursor? cursor) => store.KeepCursor(reader, cursor);

    public IFarmReader OpenReader() => store.OpenReader();

    public void Dispose() => store.Dispose();
}
