using Renderacre.Farm.Ids;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Documents;

/// <summary>
/// Parsed job documents, least recently used ones forgotten beyond a bound on their bytes. Documents never change, so
/// nothing here goes stale. Safe for use from any thread.
/// </summary>
/// <param name="bytesMax">
/// Bytes of documents that are kept parsed, at most; the newest one is kept whatever its size.
/// </param>
internal sealed class JobWorkCache(long bytesMax)
{
    /// <summary>The bound that the controller uses.</summary>
    public const long BytesMaxDefault = 128L << 20;

    private readonly Lock _lock = new();
    private readonly LinkedList<Entry> _byUse = [];
    private readonly Dictionary<JobId, LinkedListNode<Entry>> _entries = [];
    private long _bytes;

    /// <summary>The work of a job.</summary>
    /// <param name="queries">Reads its document where it is not here.</param>
    /// <param name="job">The job.</param>
    /// <returns>The work, or null for an unknown job.</returns>
    public JobWork? Find(IFarmQueries queries, JobId job)
    {
        if (Find(job) is { } known)
            return known;
        if (queries.Document(job) is not { } document)
            return null;
        JobWork work = JobWork.From(DocumentJson.Read(document));
        Add(job, work, document.Length);
        return work;
    }

    /// <summary>Keeps the work of a job that was just submitted.</summary>
    /// <param name="job">The job.</param>
    /// <param name="work">Its work.</param>
    /// <param name="documentBytes">The size of its document.</param>
    public void Add(JobId job, JobWork work, int documentBytes)
    {
        lock (_lock)
        {
            if (_entries.ContainsKey(job))
                return;
            _entries.Add(job, _byUse.AddFirst(new Entry(job, work, documentBytes)));
            _bytes += documentBytes;
            Trim_NeedsLock();
        }
    }

    /// <summary>Forgets a job.</summary>
    /// <param name="job">The job.</param>
    public void Remove(JobId job)
    {
        lock (_lock)
        {
            if (!_entries.Remove(job, out LinkedListNode<Entry>? node))
                return;
            _byUse.Remove(node);
            _bytes -= node.Value.Bytes;
        }
    }

    /// <summary>The work of a job where it is here.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The work, or null where its document has to be read.</returns>
    public JobWork? Find(JobId job)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(job, out LinkedListNode<Entry>? node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Work;
        }
    }

    private void Trim_NeedsLock()
    {
        while (_bytes > bytesMax && _byUse.Last is { } oldest && oldest != _byUse.First)
        {
            _byUse.RemoveLast();
            _entries.Remove(oldest.Value.Job);
            _bytes -= oldest.Value.Bytes;
        }
    }

    private sealed record Entry(JobId Job, JobWork Work, int Bytes);
}
