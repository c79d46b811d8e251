using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Writing;

/// <summary>One command in the writer's queue: applied with its batch, answered after the batch's commit.</summary>
internal abstract class WriterCommand
{
    /// <summary>Who asks.</summary>
    public required Principal Principal { get; init; }

    /// <summary>The job it is about, which must be in memory before it is applied; or null.</summary>
    public JobId? Job { get; init; }

    /// <summary>Other jobs that it names, which are to be in memory as well where they are there at all.</summary>
    public IReadOnlyList<JobId> Others { get; init; } = [];

    /// <summary>The worker that asks and so is heard of; or null.</summary>
    public WorkerId? Worker { get; init; }

    /// <summary>Changes the farm. An exception here breaks the whole batch.</summary>
    /// <param name="farm">The farm.</param>
    /// <param name="context">Time, randomness and who asks.</param>
    /// <returns>Whether the farm took it.</returns>
    public abstract bool Apply(FarmState farm, CommandContext context);

    /// <summary>Does what it has to do at storage itself, after the batch's commit.</summary>
    /// <param name="store">The store.</param>
    public virtual void Store(IFarmStore store)
    {
        // Most do nothing there: the commit bears what they did.
    }

    /// <summary>Refuses it before it comes to the farm.</summary>
    /// <param name="error">Why.</param>
    public abstract void Refuse(FarmError error);

    /// <summary>The batch is durable: lets the answer out.</summary>
    public abstract void Answer();

    /// <summary>The batch is not known to be durable.</summary>
    /// <param name="fault">What to answer with.</param>
    public abstract void Fail(WriterUnavailableException fault);
}
