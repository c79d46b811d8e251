namespace Renderacre.Worker.Shipping;

/// <summary>Where log text is put.</summary>
internal interface ILogStore
{
    /// <summary>Puts bytes to an attempt's log; what is there already is passed over.</summary>
    /// <param name="task">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="token">The lease's token.</param>
    /// <param name="offset">Where the bytes start.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The length that is stored; null where the log is not wanted any more.</returns>
    Task<long?> PutAttemptAsync(
        Guid task, Guid attempt, string token, long offset, ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken);

    /// <summary>Puts bytes to a session's own log.</summary>
    /// <param name="session">The session.</param>
    /// <param name="offset">Where the bytes start.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The length that is stored; null where the log is not wanted any more.</returns>
    Task<long?> PutSessionAsync(
        Guid session, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}
