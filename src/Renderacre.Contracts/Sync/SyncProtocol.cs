namespace Renderacre.Contracts.Sync;

/// <summary>Numbers that both ends of <c>sync</c> agree on.</summary>
public static class SyncProtocol
{
    /// <summary>The version spoken here. A controller refuses others with 400 and names the ones it speaks.</summary>
    public const int Version = 1;

    /// <summary>Reports in one request, at most; a worker sends the rest in the next.</summary>
    public const int ReportsMax = 1000;

    /// <summary>Leases whose progress one request tells, at most.</summary>
    public const int ProgressMax = 1000;

    /// <summary>Bytes in one put of log text, at most.</summary>
    public const int LogBytesMax = 1 << 20;

    /// <summary>Leases that a session holds ahead of the running one by default.</summary>
    public const int LeasesAheadDefault = 1;
}
