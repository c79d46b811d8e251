namespace Renderacre.Contracts.Logs;

/// <summary>Names of HTTP headers of the log endpoints.</summary>
public static class LogHeaders
{
    /// <summary>The lease's token, which proves that the worker may put text to the attempt's log.</summary>
    public const string LeaseToken = "Renderacre-Lease-Token";

    /// <summary>The worker's id, which has to be that of the session for its log.</summary>
    public const string Worker = "Renderacre-Worker";
}
