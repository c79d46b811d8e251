using Renderacre.Contracts.Queues;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.State;

/// <content>Queues. What a queue gives to a job is in the job's plan from its submission on.</content>
public sealed partial class FarmState
{
    /// <summary>Queues in a farm, at most.</summary>
    public const int QueuesMax = 1000;

    private readonly SortedDictionary<string, FarmQueue> _queues = new(StringComparer.Ordinal);

    /// <summary>Defines a queue, or changes it; jobs that are in it keep what they have.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="queue">The queue, checked by the edge.</param>
    /// <returns>Refused where there are too many.</returns>
    public FarmResult<Done> DefineQueue(CommandContext context, FarmQueue queue)
    {
        Begin(context);
        if (!_queues.ContainsKey(queue.Name) && _queues.Count >= QueuesMax)
            return Conflict($"there are {QueuesMax} queues already, the most that a farm has");
        _queues[queue.Name] = queue;
        Emit(new QueueDefined(queue) { By = context.Principal, At = Now });
        return default(Done);
    }

    /// <summary>Deletes a queue.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="name">The queue.</param>
    /// <returns>Refused where there is none of that name, or a job in it has not ended.</returns>
    public FarmResult<Done> DeleteQueue(CommandContext context, string name)
    {
        Begin(context);
        if (!_queues.ContainsKey(name))
            return new FarmError(FarmErrorKind.NotFound, $"queue was not found: {name}");
        FarmJob? waiting = _jobs.Values.FirstOrDefault(job => job.Plan.Queue == name && !job.Ended);
        if (waiting is not null)
            return Conflict($"the job '{waiting.Plan.Name}' is in the queue {name} and has not ended");
        _queues.Remove(name);
        Emit(new QueueDeleted(name) { By = context.Principal, At = Now });
        return default(Done);
    }
}
