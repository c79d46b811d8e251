using Renderacre.Controller.Reading;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Limits;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Limits;

/// <summary>
/// Asks the sources of limits how many are used elsewhere, each in its interval and one question at a time, and tells
/// the farm.
/// </summary>
internal sealed class LimitSources(
    LimitQuestions questions, FarmReading reading, TimeProvider time, ILogger<LimitSources> logger) : BackgroundService
{
    /// <summary>How often it is looked who is to be asked.</summary>
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, SourceTurn> _turns = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookPause, time);
        do
        {
            try
            {
                Look(stoppingToken);
            }
            catch (StorageException fault)
            {
                Log.LimitSourcesNotRead(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Look(CancellationToken stop)
    {
        LimitRow[] asked = [.. reading.Read(queries => queries.Limits()).Where(row => row.Source is not null)];
        foreach (string gone in _turns.Keys.Except(asked.Select(row => row.Name)).ToList())
            _turns.Remove(gone);
        foreach (LimitRow row in asked)
        {
            if (_turns.TryGetValue(row.Name, out SourceTurn? turn) && !turn.IsDue(row.Source!, time)) // Filtered above.
                continue;
            _turns[row.Name] = new SourceTurn(row.Source!, time.GetTimestamp(), AskAsync(row, stop));
        }
    }

    private async Task AskAsync(LimitRow row, CancellationToken stop)
    {
        try
        {
            await questions.AskAsync(row.Name, row.Source!, stop); // Only limits with a source are asked about.
        }
        catch (WriterUnavailableException fault)
        {
            Log.LimitNotTold(logger, row.Name, fault);
        }
    }
}
