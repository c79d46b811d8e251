using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Writing;

/// <summary>Removes a part of a deleted job from storage; the farm no longer knows of it.</summary>
/// <param name="part">The part.</param>
internal sealed class RemovalCommand(DeletedPart part) : StorageCommand
{
    /// <inheritdoc/>
    public override void Store(IFarmStore store) => store.Remove(part);
}
