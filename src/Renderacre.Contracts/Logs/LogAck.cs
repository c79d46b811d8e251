namespace Renderacre.Contracts.Logs;

/// <summary>Answer to a put of log text.</summary>
/// <param name="Length">
/// Bytes of the log that are stored and flushed; a put that starts past it is refused with 409 and this number, one
/// that starts before it is taken where it overlaps and changes nothing there.
/// </param>
public sealed record LogAck(long Length);
