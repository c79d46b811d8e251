namespace Renderacre.Worker.Machines;

/// <summary>How long nobody has used a machine: its keyboard, mouse and terminals.</summary>
internal interface IIdleTime
{
    /// <summary>Looks.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How long nobody has, or null where that cannot be known.</returns>
    Task<TimeSpan?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>What it takes to know, for a message to someone whose machine does not tell.</summary>
    string Needs { get; }
}
