using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;

namespace Renderacre.Controller.Http;

/// <summary>Where an answer is written before its length is known. Some are kept for the next answers.</summary>
internal sealed class AnswerBuffer
{
    private const int KeptMax = 256;
    private const int KeptBytesMax = 64 << 10;

    private static readonly ConcurrentBag<AnswerBuffer> Kept = [];

    private AnswerBuffer() => Json = new Utf8JsonWriter(Bytes);

    /// <summary>What was written.</summary>
    public ArrayBufferWriter<byte> Bytes { get; } = new(2048);

    /// <summary>Writes to <see cref="Bytes"/>.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>An empty one, for one answer.</summary>
    public static AnswerBuffer Rent() => Kept.TryTake(out AnswerBuffer? kept) ? kept : new AnswerBuffer();

    /// <summary>Gives it back; whoever does no longer holds it or its bytes.</summary>
    public void Return()
    {
        if (Bytes.Capacity > KeptBytesMax || Kept.Count >= KeptMax)
            return;
        Bytes.ResetWrittenCount();
        Json.Reset();
        Kept.Add(this);
    }
}
