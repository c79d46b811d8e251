using System.Text.Json.Serialization.Metadata;

namespace Renderacre.Simulation.Network;

/// <summary>What a client hears.</summary>
/// <param name="Status">The HTTP status; 0 where nothing was heard.</param>
/// <param name="Body">The body of a 200.</param>
internal sealed record Answer(int Status, byte[]? Body)
{
    /// <summary>Nothing was heard.</summary>
    public static readonly Answer Silence = new(0, null);

    private object? _read;

    public bool IsOk => Status == 200;

    /// <summary>What the body says; read once, by the checkers and the client alike.</summary>
    /// <exception cref="InvalidOperationException">It has no body.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        if (_read is T read)
            return read;
        byte[] body = Body ?? throw new InvalidOperationException($"an answer of {Status} has no body");
        T value = Wire.Read(body, type);
        _read = value;
        return value;
    }
}
