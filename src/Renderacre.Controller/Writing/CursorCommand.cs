using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Writing;

/// <summary>Writes down, between batches, how far a reader of the history has come.</summary>
/// <param name="reader">The reader's name.</param>
/// <param name="cursor">The place, or null to forget it.</param>
internal sealed class CursorCommand(string reader, EventCursor? cursor) : StorageCommand
{
    /// <inheritdoc/>
    public override void Store(IFarmStore store) => store.KeepCursor(reader, cursor);
}
