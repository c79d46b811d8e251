using System.Collections.Concurrent;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Tasks;

/// <summary>
/// How far running tasks are, as their workers told last. No decision is made by it and nothing of it is written down:
/// workers tell a controller that starts anew again. What a worker tells takes the place of all that it told before,
/// so that what has ended goes with the report of its end; of no more leases than a request may tell.
/// </summary>
internal sealed class ProgressTable
{
    private readonly ConcurrentDictionary<WorkerId, IReadOnlyList<ToldProgress>> _byWorker = new();

    /// <summary>Takes what a worker tells.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="told">All its running leases that tell anything.</param>
    public void Tell(WorkerId worker, IReadOnlyList<ToldProgress> told)
    {
        if (told.Count > 0)
            _byWorker[worker] = told;
        else
            _byWorker.TryRemove(worker, out _);
    }

    /// <summary>How far a running lease's task is, or null where its worker told nothing of it.</summary>
    /// <param name="worker">The worker that has the lease: no other tells of it.</param>
    /// <param name="lease">The lease.</param>
    public ToldProgress? Of(WorkerId worker, LeaseId lease) =>
        _byWorker.TryGetValue(worker, out IReadOnlyList<ToldProgress>? told)
            ? told.FirstOrDefault(each => each.Lease == lease)
            : null;
}
