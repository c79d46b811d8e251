using Renderacre.Farm.Ids;

namespace Renderacre.Farm.State;

/// <content>
/// Knowing what comes. Of thousands of workers the one that asks is in no cache, and waiting for its memory took as
/// long as all the rest of a lease: so the writer, which has a batch of commands before it, says whose come next.
/// </content>
public sealed partial class FarmState
{
    /// <summary>
    /// Has what is known of workers fetched from memory while another command is carried out. Decides nothing.
    /// </summary>
    /// <param name="next">The worker that the next command is about, or null.</param>
    /// <param name="afterNext">
    /// The one that the command after it is about, or null. Where it lies is only looked up when it is next.
    /// </param>
    public void Expect(WorkerId? next, WorkerId? afterNext)
    {
        if (next is { } worker)
            _workers.GetValueOrDefault(worker.Value)?.Fetch();
        if (afterNext is { } other)
            _workers.Fetch(other.Value);
    }
}
