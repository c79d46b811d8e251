using Renderacre.Farm.Commands;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Writing;

/// <summary>A command that storage alone carries out, between batches: the farm knows nothing of it.</summary>
internal abstract class StorageCommand : WriterCommand
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set once it is durable.</summary>
    public Task Completion => _done.Task;

    /// <inheritdoc/>
    public override bool Apply(FarmState farm, CommandContext context) => true;

    /// <inheritdoc/>
    public override void Refuse(FarmError error)
    {
        // Names no job of the farm, so is never refused.
    }

    /// <inheritdoc/>
    public override void Answer() => _done.TrySetResult();

    /// <inheritdoc/>
    public override void Fail(WriterUnavailableException fault) => _done.TrySetException(fault);
}
