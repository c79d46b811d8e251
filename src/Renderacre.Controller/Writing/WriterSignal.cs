using Renderacre.Farm.Commands;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Writing;

/// <summary>A turn of the writer that nobody waits for: a timer has fired, a held request was given up.</summary>
/// <param name="act">What it does; null where the turn itself is all that is wanted.</param>
internal sealed class WriterSignal(Action<FarmState>? act) : WriterCommand
{
    /// <inheritdoc/>
    public override bool Apply(FarmState farm, CommandContext context)
    {
        act?.Invoke(farm);
        return true;
    }

    /// <inheritdoc/>
    public override void Refuse(FarmError error)
    {
        // Names no job, so is never refused.
    }

    /// <inheritdoc/>
    public override void Answer()
    {
        // Nobody waits.
    }

    /// <inheritdoc/>
    public override void Fail(WriterUnavailableException fault)
    {
        // Nobody waits.
    }
}
