using Renderacre.Storage.Logs;

namespace Renderacre.Simulation.Controllers;

/// <summary>Takes no log text: simulated processes print nothing.</summary>
internal sealed class NoLogStore : ILogStore
{
    public LogAppend Append(LogId log, long offset, ReadOnlyMemory<byte> bytes) => throw new NotSupportedException();

    public long Length(LogId log) => 0;

    public void Delete(LogId log)
    {
        // There is none.
    }

    public Stream OpenRead(LogId log, long offset) => Stream.Null;
}
