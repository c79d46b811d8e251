namespace Renderacre.Storage.Logs;

/// <summary>What became of bytes put to a log.</summary>
/// <param name="Taken">
/// Whether they are all stored; false where they start past the log's end, which would leave a gap.
/// </param>
/// <param name="Length">Bytes of the log that are stored and flushed.</param>
public readonly record struct LogAppend(bool Taken, long Length);
