using Renderacre.Cli.Waiting;
using Renderacre.Client;

namespace Renderacre.Cli.Watching;

/// <summary>Watches the whole farm.</summary>
/// <param name="client">The controller.</param>
/// <param name="time">The clock.</param>
/// <param name="untilIdle">Whether to end once no job has anything to do.</param>
internal sealed class FarmWatcher(FarmClient client, TimeProvider time, bool untilIdle)
{
    /// <summary>Watches until cancelled, or until nothing is to be done.</summary>
    /// <param name="screen">Is shown what is seen.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    public async Task RunAsync(IFarmScreen screen, CancellationToken cancellationToken)
    {
        var patience = new Patience(time, screen.ShowSilence);
        await using var changes = new FarmChanges(client, null, time);
        while (true)
        {
            if (await patience.TryAsync(() => FarmView.ReadAsync(client, cancellationToken)) is { } farm)
            {
                screen.Show(farm);
                if (untilIdle && farm.IsIdle)
                    return;
            }

            await changes.NextAsync(FarmChanges.ToldPauseMax, cancellationToken);
        }
    }
}
