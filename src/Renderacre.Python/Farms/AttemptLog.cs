using Renderacre.Client;

namespace Renderacre.Python.Farms;

/// <summary>Output of attempts, read piece by piece.</summary>
internal static class AttemptLog
{
    /// <summary>How much is read at a time, unless a piece that comes is longer.</summary>
    public const int PieceBytes = 1 << 20;

    /// <summary>Reads a piece.</summary>
    /// <param name="client">Of whom.</param>
    /// <param name="task">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="offset">Where it starts, in bytes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The bytes; none where the log is not longer yet.</returns>
    public static async Task<byte[]> ReadPieceAsync(
        FarmClient client, Guid task, Guid attempt, long offset, CancellationToken cancellationToken)
    {
        using var piece = new MemoryStream();
        await foreach (var bytes in client.ReadAttemptLogAsync(task, attempt, offset, cancellationToken))
        {
            piece.Write(bytes.Span);
            if (piece.Length >= PieceBytes)
                break;
        }

        return piece.ToArray();
    }
}
