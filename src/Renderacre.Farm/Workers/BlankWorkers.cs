using Renderacre.Farm.Ids;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Workers;

/// <summary>
/// Workers made before they are there, many at a time: what is made together lies together in memory, and stays so.
/// Made when they register, each would lie among its labels in a page of memory of its own; to find where thousands of
/// pages are, the processor has to look up in memory too, for longer than the lease takes.
/// </summary>
internal sealed class BlankWorkers(AmountNames amounts)
{
    private const int MadeAtOnce = 64;

    private readonly Queue<FarmWorker> _blank = new(MadeAtOnce);

    /// <summary>The next one, as a worker that is there.</summary>
    /// <param name="id">The worker.</param>
    /// <param name="row">As it is kept.</param>
    public FarmWorker Take(WorkerId id, WorkerRow row)
    {
        if (_blank.Count == 0)
            MakeMany();
        FarmWorker worker = _blank.Dequeue();
        worker.Appear(id, row);
        return worker;
    }

    /// <summary>Makes nothing but workers, as it would lie between them.</summary>
    private void MakeMany()
    {
        for (int made = 0; made < MadeAtOnce; made++)
            _blank.Enqueue(new FarmWorker(amounts));
    }
}
