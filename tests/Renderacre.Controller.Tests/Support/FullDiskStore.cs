using Renderacre.Farm.Commits;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Tests.Support;

/// <summary>A real store whose disk can be made full, and given room again, from the writer's own thread.</summary>
internal sealed class FullDiskStore(SqliteFarmStore store) : IFarmStore
{
    private const int PagesLeft = 30;

    private volatile bool _isFull;
    private bool _isLimited;

    public bool IsFull
    {
        set => _isFull = value;
    }

    public FarmSnapshot Load()
    {
        Apply();
        return store.Load();
    }

    public JobSnapshot? LoadJob(JobId job) => store.LoadJob(job);

    public void Commit(FarmCommit commit)
    {
        Apply();
        store.Commit(commit);
    }

    public void Remove(DeletedPart part) => store.Remove(part);

    public void KeepCursor(string reader, EventCursor? cursor) => store.KeepCursor(reader, cursor);

    public IFarmReader OpenReader() => store.OpenReader();

    public void Dispose() => store.Dispose();

    private void Apply()
    {
        if (_isFull == _isLimited)
            return;
        _isLimited = _isFull;
        store.LimitPages(_isFull ? store.Pages + PagesLeft : uint.MaxValue - 1);
    }
}
