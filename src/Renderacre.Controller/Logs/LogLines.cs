using System.Text;
using Renderacre.Contracts.Logs;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;
using LogLevel = Renderacre.Contracts.Logs.LogLevel;

namespace Renderacre.Controller.Logs;

/// <summary>
/// An attempt's raw log as log entries, one a line. A line's id bears the place where it ends, so that a reader can go
/// on after it.
/// </summary>
internal static class LogLines
{
    private const int LineBytesMax = 64 << 10;
    private const int BufferBytes = 64 << 10;

    /// <summary>Reads lines.</summary>
    /// <param name="log">The log from the place to start at.</param>
    /// <param name="offset">That place.</param>
    /// <param name="limit">Lines at most.</param>
    /// <param name="unit">The task.</param>
    /// <param name="attempt">The attempt, which gives the lines their time.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<List<FarmLogEntry>> ReadAsync(
        Stream log, long offset, int limit, UnitRef unit, AttemptRow attempt, CancellationToken cancellationToken)
    {
        var entries = new List<FarmLogEntry>();
        var line = new List<byte>();
        byte[] buffer = new byte[BufferBytes];
        while (entries.Count < limit)
        {
            int read = await log.ReadAsync(buffer, cancellationToken);
            if (read == 0)
                break;
            for (int i = 0; i < read && entries.Count < limit; i++)
            {
                offset++;
                if (buffer[i] != (byte)'\n')
                    line.Add(buffer[i]);
                if (buffer[i] == (byte)'\n' || line.Count == LineBytesMax)
                    Take(entries, line, offset, unit, attempt);
            }
        }
        if (line.Count > 0 && entries.Count < limit)
            Take(entries, line, offset, unit, attempt);
        return entries;
    }

    private static void Take(
        List<FarmLogEntry> entries, List<byte> line, long end, UnitRef unit, AttemptRow attempt)
    {
        entries.Add(new FarmLogEntry
        {
            Id = WireIds.LogLine(attempt.Attempt, end),
            Timestamp = (attempt.StartedAt ?? attempt.LeasedAt).ToUtc(),
            Level = LogLevel.Info,
            Source = LogSource.Task,
            Message = Encoding.UTF8.GetString([.. line]).TrimEnd('\r'),
            JobId = unit.Job.ToGuid(),
            TaskId = unit.ToGuid(),
            AttemptId = attempt.Attempt.ToAttemptGuid(),
            WorkerId = attempt.Worker.ToGuid(),
        });
        line.Clear();
    }
}
