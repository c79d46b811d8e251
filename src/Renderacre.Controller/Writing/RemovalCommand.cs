using Renderacre.Farm.Commands;
using Renderacre.Farm.State;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Writing;

/// <summary>Removes a part of a deleted job from storage, between batches; the farm no longer knows of it.</summary>
/// <param name="part">The part.</param>
internal sealed class RemovalCommand(DeletedPart part) : WriterCommand
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set once the part is removed.</summary>
    public Task Completion => _done.Task;

    /// <inheritdoc/>
    public override bool Apply(FarmState farm, CommandContext context) => true;

    /// <inheritdoc/>
    public override void Store(IFarmStore store) => store.Remove(part);

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
